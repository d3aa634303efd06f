// register: the register of partnerships, or with --lint only what is to be mended in it.
#include "server/command_line/cli.hpp"
#include "server/partnership_register/register_queries.hpp"

namespace server::commands {
namespace {

void print_findings(const Register& all, std::ostream& out) {
    for (const auto& finding : all.findings)
        out << workflows::to_words(finding.lint) << '\t' << finding.words << '\t' << finding.remedy
            << '\n';
}

void print_boards(const Register& all, std::ostream& out) {
    for (const auto& entry : all.entries)
        out << entry.board.board.code << '\t' << posts_text(entry.chairs, "no chair recorded")
            << "\tlast " << meeting_words(entry.board.last, "none") << "\tnext "
            << meeting_words(entry.board.next, "none") << "\tcompleted "
            << (entry.said ? entry.said->completed.words() : "never") << '\n';
}

}  // namespace

Exit print_register(App& app, const Options& options, Output output) {
    const auto tx = app.database.begin_read();
    const auto all = load_register(*tx, workflows::to_local(tx->now(), "Europe/London").day);
    if (options.json) {
        output.out << (options.lint ? register_findings_json(all) : register_json(all)) << '\n';
    } else if (options.lint) {
        print_findings(all, output.out);
    } else {
        print_boards(all, output.out);
    }
    return Exit::ok;
}

}  // namespace server::commands
