// The worker as its parent sees it: lines over pipes, from a process of its own with its limits.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <sstream>

#include "templates/documents/pack_json.hpp"
#include "templates/documents/worker.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace templates {
namespace {

using samples::TempDir;

struct Answered {
    int status = -1;
    std::vector<WorkerMessage> messages;
};

Answered ask(const std::string& request) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    EXPECT_EQ(pipe(in.data()), 0);
    EXPECT_EQ(pipe(out.data()), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(in[1]);
        close(out[0]);
        _exit(run_pdf_worker(in[0], out[1]));
    }
    close(in[0]);
    close(out[1]);
    EXPECT_EQ(write(in[1], request.data(), request.size()), static_cast<ssize_t>(request.size()));
    close(in[1]);
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = read(out[0], buffer.data(), buffer.size())) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    close(out[0]);
    Answered result;
    waitpid(child, &result.status, 0);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        result.messages.push_back(parse_worker_line(line));
    }
    return result;
}

TEST(PdfWorker, BuildsAPackAndTellsHowFarItIs) {
    const TempDir dir;
    const PackInput input = samples::oxfordshire_meeting(dir);
    const Answered answered = ask(pack_request(input, dir / "pack.pdf"));
    EXPECT_EQ(answered.status, 0);
    ASSERT_GT(answered.messages.size(), 5U);
    EXPECT_TRUE(answered.messages.front().progress.has_value());
    EXPECT_TRUE(answered.messages.back().is_answer());
    ASSERT_TRUE(answered.messages.back().plan.has_value());
    EXPECT_EQ(answered.messages.back().plan->page_count, 21U);
    EXPECT_EQ(answered.messages.back().plan->items.at(6).papers.at(1).first_page, 20U);
    EXPECT_TRUE(std::filesystem::exists(dir / "pack.pdf"));
    // The same bytes as in this process: nothing of the process enters them.
    build_pack(input, dir / "here.pdf");
    EXPECT_EQ(samples::read_file(dir / "here.pdf"), samples::read_file(dir / "pack.pdf"));
}

TEST(PdfWorker, Inspects) {
    const TempDir dir;
    samples::draw_paper(dir / "a.pdf", {.pages = 4, .title = "Title"});
    const Answered answered = ask(inspect_request(dir / "a.pdf"));
    ASSERT_EQ(answered.messages.size(), 1U);
    ASSERT_TRUE(answered.messages[0].inspection.has_value());
    EXPECT_EQ(answered.messages[0].inspection->verdict, PdfVerdict::good);
    EXPECT_EQ(answered.messages[0].inspection->page_count, 4U);
    EXPECT_EQ(answered.messages[0].inspection->title, "Title");
}

TEST(PdfWorker, NamesThePaperThatCannotBeRead) {
    const TempDir dir;
    const PackInput input = samples::oxfordshire_meeting(dir);
    const std::string whole = samples::read_file(dir / "oscb.pdf");
    samples::write_file(dir / "oscb.pdf", whole.substr(0, whole.size() / 2));
    const Answered answered = ask(pack_request(input, dir / "pack.pdf"));
    EXPECT_EQ(answered.status, 0);
    ASSERT_TRUE(answered.messages.back().failure.has_value());
    EXPECT_EQ(answered.messages.back().failure->item_index, 6U);
    EXPECT_EQ(answered.messages.back().failure->paper_index, 0U);
    EXPECT_NE(answered.messages.back().failure->words.find("oscb.pdf"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(dir / "pack.pdf"));
}

TEST(PdfWorker, AnswersNonsenseWithAFailure) {
    for (const char* request : {"", "\n", "{}\n", "[1]\n", "{\"verb\":\"format\"}\n",
                                "{\"verb\":\"inspect\",\"path\":\"/nowhere\"}\n",
                                "{\"verb\":\"pack\",\"output_path\":\"/x\",\"input\":{}}\n"}) {
        const Answered answered = ask(request);
        ASSERT_EQ(answered.messages.size(), 1U) << request;
        EXPECT_TRUE(answered.messages[0].failure.has_value()) << request;
    }
}

TEST(PdfWorker, LimitsTheProcess) {
    const pid_t child = fork();
    if (child == 0) {
        limit_this_process(inspect_limits);
        rlimit cpu{};
        rlimit files{};
        rlimit size{};
        getrlimit(RLIMIT_CPU, &cpu);
        getrlimit(RLIMIT_NOFILE, &files);
        getrlimit(RLIMIT_FSIZE, &size);
        const bool limited = cpu.rlim_max <= inspect_limits.cpu_seconds_max &&
                             files.rlim_max <= inspect_limits.open_files_max && size.rlim_max == 0;
        _exit(limited ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST(PdfWorker, RequestsSurviveTheWire) {
    const TempDir dir;
    PackInput input = samples::oxfordshire_meeting(dir);
    input.place = "line one\nline \"two\" \u00e9\\";
    EXPECT_EQ(to_json(input).find('\n'), std::string::npos);
    EXPECT_EQ(to_json(parse_pack_input(to_json(input))), to_json(input));
    EXPECT_EQ(parse_pack_input(to_json(input)).place, input.place);
    for (const PdfVerdict verdict :
         {PdfVerdict::good, PdfVerdict::not_a_pdf, PdfVerdict::locked, PdfVerdict::broken,
          PdfVerdict::no_pages, PdfVerdict::too_many_pages}) {
        const PdfInspection inspection{verdict, 3, "t", true, false, true};
        EXPECT_EQ(parse_pdf_inspection(to_json(inspection)).verdict, verdict);
        EXPECT_EQ(to_json(parse_pdf_inspection(to_json(inspection))), to_json(inspection));
        EXPECT_EQ(words_for(verdict).empty(), verdict == PdfVerdict::good);
    }
    EXPECT_THROW(parse_worker_line("{\"progress\":{\"done\":1"), std::exception);
}

}  // namespace
}  // namespace templates
