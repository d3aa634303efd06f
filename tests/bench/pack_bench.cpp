// Times a 600-page pack, worker process and all, against the qpdf command's plain merge.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "templates/documents/worker.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace {

using templates::samples::TempDir;

constexpr std::size_t papers = 30;
constexpr std::size_t pages_each = 20;
constexpr std::size_t rounds = 9;

struct Cost {
    double milliseconds = 0;
    double cpu_milliseconds = 0;
    double peak_mib = 0;
};

double to_milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

// Both sides are programs started from cold, with input and output in files.
Cost measure(std::vector<std::string> words, const std::string& in, const std::string& out) {
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
        dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "%s failed\n", arguments[0]);
        std::exit(1);
    }
    return {took.count(), to_milliseconds(usage.ru_utime) + to_milliseconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

templates::PackInput make_input(const TempDir& dir, std::size_t picture_every) {
    templates::PackInput input = templates::samples::oxfordshire_meeting(dir);
    input.items.clear();
    for (std::size_t index = 1; index <= papers; ++index) {
        const std::string number = std::to_string(index);
        const std::string name = "paper-" + number + ".pdf";
        templates::samples::draw_paper(dir / name, {.pages = pages_each,
                                                    .words = "Paper " + number,
                                                    .lines = 44,
                                                    .picture_every = picture_every});
        input.items.push_back({number,
                               "Annual report " + number,
                               "To note",
                               "Director of Public Health",
                               "",
                               "10 minutes",
                               "",
                               {{"Annual report " + number, name, dir / name, pages_each}}});
    }
    return input;
}

template <class Member>
double median(std::vector<Cost> costs, Member member) {
    std::sort(costs.begin(), costs.end(), [member](const Cost& left, const Cost& right) {
        return left.*member < right.*member;
    });
    return costs[costs.size() / 2].*member;
}

void compare(const char* name, std::size_t picture_every) {
    const TempDir dir;
    const templates::PackInput input = make_input(dir, picture_every);
    const std::string request = dir / "request";
    const std::string answer = dir / "answer";
    templates::samples::write_file(request, templates::pack_request(input, dir / "pack.pdf"));
    std::vector<std::string> merge{"qpdf", "--empty", "--pages"};
    for (const templates::PackItem& item : input.items) {
        merge.push_back(item.papers.front().path);
    }
    merge.insert(merge.end(), {"--", dir / "plain.pdf"});
    std::vector<Cost> plain;
    std::vector<Cost> ours;
    for (std::size_t round = 0; round < rounds; ++round) {
        plain.push_back(measure(merge, "/dev/null", "/dev/null"));
        ours.push_back(measure({"/proc/self/exe", "--worker"}, request, answer));
    }
    const std::string answers = templates::samples::read_file(answer);
    if (answers.find("\n{\"plan\":") == std::string::npos) {
        std::fprintf(stderr, "no pack: %s\n", answers.c_str());
        std::exit(1);
    }
    const double size_mib =
        static_cast<double>(std::filesystem::file_size(dir / "plain.pdf")) / (1 << 20);
    const double plain_ms = median(plain, &Cost::milliseconds);
    const double ours_ms = median(ours, &Cost::milliseconds);
    std::printf(
        "pack_bench input=%s papers=%zu pages=%zu plain_mib=%.1f qpdf_ms=%.0f pack_ms=%.0f "
        "ratio=%.2f cpu_ratio=%.2f limit=1.50 peak_mib=%.1f limit_mib=256 rounds=%zu\n",
        name, papers, papers * pages_each, size_mib, plain_ms, ours_ms, ours_ms / plain_ms,
        median(ours, &Cost::cpu_milliseconds) / median(plain, &Cost::cpu_milliseconds),
        median(ours, &Cost::peak_mib), rounds);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "--worker") {
        _exit(templates::run_pdf_worker(STDIN_FILENO, STDOUT_FILENO));
    }
    compare("reports-with-pictures", 4);
    compare("text-only", 0);
    return 0;
}
