// Times a 600-page pack against the qpdf command's plain merge of the same files.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "templates/documents/pack.hpp"
#include "tests/templates/pdf_samples.hpp"

namespace {

using templates::samples::TempDir;

constexpr std::size_t papers = 30;
constexpr std::size_t pages_each = 20;
constexpr int rounds = 9;

struct Cost {
    double seconds = 0;
    long peak_kib = 0;
};

// A child for each run: its peak memory is its own, and neither side starts warm.
Cost measure(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "a run failed\n");
        std::exit(1);
    }
    return {took.count(), usage.ru_maxrss};
}

templates::PackInput make_input(const TempDir& dir) {
    templates::PackInput input = templates::samples::oxfordshire_meeting(dir);
    input.items.clear();
    for (std::size_t index = 1; index <= papers; ++index) {
        const std::string number = std::to_string(index);
        const std::string name = "paper-" + number + ".pdf";
        templates::samples::draw_paper(
            dir / name, {.pages = pages_each, .words = "Paper " + number, .lines = 44});
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

}  // namespace

int main() {
    const TempDir dir;
    const templates::PackInput input = make_input(dir);
    std::vector<std::string> words{"qpdf", "--empty", "--pages"};
    for (const templates::PackItem& item : input.items) {
        words.push_back(item.papers.front().path);
    }
    words.insert(words.end(), {"--", dir / "plain.pdf"});
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);

    std::vector<double> plain;
    std::vector<double> ours;
    Cost peak;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(measure([&] { execvp("qpdf", arguments.data()); }).seconds);
        const Cost cost = measure([&] { templates::build_pack(input, dir / "pack.pdf"); });
        ours.push_back(cost.seconds);
        peak.peak_kib = std::max(peak.peak_kib, cost.peak_kib);
    }
    std::sort(plain.begin(), plain.end());
    std::sort(ours.begin(), ours.end());
    const double plain_median = plain[rounds / 2];
    const double ours_median = ours[rounds / 2];
    std::printf(
        "pack_bench papers=%zu pages=%zu qpdf_ms=%.0f pack_ms=%.0f ratio=%.2f limit=1.50 "
        "peak_mib=%.1f limit_mib=256 rounds=%d\n",
        papers, papers * pages_each, plain_median * 1000, ours_median * 1000,
        ours_median / plain_median, static_cast<double>(peak.peak_kib) / 1024, rounds);
    return 0;
}
