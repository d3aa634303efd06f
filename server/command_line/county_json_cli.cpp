// import json: a county that `export` wrote comes back whole.
#include <boost/json.hpp>

#include "db/county_json.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"

namespace server::command_line {

Exit import_json(base::App& app, const Options& options, Output output) {
    const auto report = db::import_county_json(app.database, app.papers, options.path,
                                               options.dry_run ? db::DryRun::yes : db::DryRun::no);
    if (!report) {
        output.err << report.error().message << '\n';
        return report.error().code == workflows::Code::conflict ? Exit::conflict : Exit::failed;
    }
    if (options.json) {
        output.out << boost::json::serialize(boost::json::value{{"imported", !options.dry_run},
                                                                {"tables", report->tables},
                                                                {"rows", report->rows},
                                                                {"papers", report->papers}})
                   << '\n';
        return Exit::ok;
    }
    output.out << (options.dry_run ? words::would_add(report->rows, report->tables, report->papers)
                                   : words::added(report->rows, report->tables, report->papers));
    return Exit::ok;
}

}  // namespace server::command_line
