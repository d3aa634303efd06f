// The printed tables: golden Markdown (UPDATE_GOLDEN=1 writes it anew), drawings, and the checks
// that every table passes at compile time, shown to fail on tables that are wrong.
#include "workflows/overview/catalogue.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "workflows/core/machine.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace workflows {
namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(catalogue, prints_each_table_as_reviewed) {
    for (const WorkflowText& text : all_workflows()) {
        const std::string path =
            std::string(SHIREMOOT_SOURCE_DIR "/tests/golden/workflow_") + text.name + ".md";
        const std::string printed = "# " + text.title + "\n\n" + text.markdown;
        if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << printed;
        EXPECT_EQ(read_file(path), printed) << "UPDATE_GOLDEN=1 accepts the change";
    }
}

TEST(catalogue, joins_all_tables) {
    const std::string markdown = all_workflows_markdown();
    const std::string dot = all_workflows_dot();
    for (const WorkflowText& text : all_workflows()) {
        EXPECT_NE(markdown.find("## " + text.title + "\n"), std::string::npos);
        EXPECT_NE(dot.find("digraph \"" + text.name + "\" {"), std::string::npos);
    }
    EXPECT_NE(dot.find("start -> \"sent\" [label=\"send\"];"), std::string::npos);
    EXPECT_NE(dot.find("\"sent\" -> \"accepted\" [label=\"accept, accept late\"];"),
              std::string::npos);
}

TEST(catalogue, escapes_what_would_break_a_table_or_a_drawing) {
    EXPECT_EQ(markdown_table({"a"}, {{"x|y"}}), "| a |\n| --- |\n| x\\|y |\n");
    EXPECT_NE(dot_graph("n", {{"", "say \"go\"", "b"}}).find("label=\"say \\\"go\\\"\""),
              std::string::npos);
}

TEST(machine, the_checks_find_each_fault) {
    using S = RequestState;
    const std::vector<S> finals{S::closed, S::withdrawn};
    std::vector<RequestStep> rows(request_steps().begin(), request_steps().end());
    const auto sound = [&] { return is_sound<RequestStep>(rows, finals); };
    ASSERT_TRUE(sound());
    const auto real = rows;

    rows.push_back(rows[3]);
    EXPECT_FALSE(is_deterministic<RequestStep>(rows));
    EXPECT_FALSE(sound());

    rows = real;
    std::erase_if(rows, [](const RequestStep& step) { return step.to == S::offered; });
    EXPECT_FALSE(is_connected<RequestStep>(rows));
    EXPECT_FALSE(uses_every_event<RequestStep>(rows));

    rows = real;
    std::erase_if(rows, [](const RequestStep& step) { return step.from == S::returned; });
    EXPECT_FALSE(has_exits<RequestStep>(rows, finals)) << "nothing leads out of returned";
    EXPECT_FALSE(has_exits<RequestStep>(real, std::vector<S>{S::closed}));
    EXPECT_FALSE(has_exits<RequestStep>(real, std::vector<S>{S::closed, S::withdrawn, S::sent}));

    rows = real;
    std::erase_if(rows, [](const auto& step) { return step.event == RequestEvent::insist; });
    EXPECT_FALSE(uses_every_event<RequestStep>(rows));
    rows = real;
    rows.erase(rows.begin());
    EXPECT_FALSE(is_connected<RequestStep>(rows)) << "nothing creates a request";
}

}  // namespace
}  // namespace workflows
