// register: the register of partnerships, or with --lint only what is to be mended in it.
#include "server/command_line/cli.hpp"
#include "server/partnership_register/register_queries.hpp"

namespace server::command_line {
namespace {

void print_findings(const partnership_register::Register& all, std::ostream& out) {
    for (const auto& finding : all.findings)
        out << workflows::to_words(finding.lint) << '\t' << finding.words << '\t' << finding.remedy
            << '\n';
}

void print_boards(const partnership_register::Register& all, std::ostream& out) {
    for (const auto& entry : all.entries)
        out << entry.board.board.code << '\t'
            << partnership_register::posts_text(entry.chairs, "no chair recorded") << "\tlast "
            << boards::meeting_words(entry.board.last, "none") << "\tnext "
            << boards::meeting_words(entry.board.next, "none") << "\tcompleted "
            << (entry.said ? entry.said->completed.words() : "never") << '\n';
}

}  // namespace

Exit print_register(base::App& app, const Options& options, Output output) {
    const auto tx = app.database.begin_read();
    const auto all = partnership_register::load_register(*tx, db::county_day(*tx));
    if (options.json) {
        output.out << (options.lint ? partnership_register::register_findings_json(all)
                                    : partnership_register::register_json(all))
                   << '\n';
    } else if (options.lint) {
        print_findings(all, output.out);
    } else {
        print_boards(all, output.out);
    }
    return Exit::ok;
}

}  // namespace server::command_line
