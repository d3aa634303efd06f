// What each command does. Those that need the data get an open App: in this process, or in the
// running server when it has the file.
#pragma once

#include <memory>
#include <ostream>

#include "server/base/app.hpp"
#include "server/command_line/options.hpp"

namespace server::command_line {

struct Output {
    std::ostream& out;  // results
    std::ostream& err;  // messages
};

using DataCommand = Exit (*)(base::App&, const Options&, Output);
using PlainCommand = Exit (*)(const Options&, Output);

/// Null when the command is none of these.
DataCommand find_data_command(const std::string& name);
PlainCommand find_plain_command(const std::string& name);

/// Refused in a running server: `run-due` goes by a clock of its own and sends mail by itself.
bool runs_beside_no_server(const Options& options);

// county.cpp
Exit import_csv(base::App&, const Options&, Output);
Exit export_county(base::App&, const Options&, Output);
Exit back_up(base::App&, const Options&, Output);
Exit check_data(base::App&, const Options&, Output);
Exit restore_backup(const Options&, Output);

// county_json.cpp
Exit import_json(base::App&, const Options&, Output);

// people.cpp
Exit make_user_link(base::App&, const Options&, Output);
Exit make_administrator(base::App&, const Options&, Output);

// calendar.cpp
Exit explain_clear_days(const Options&, Output);
Exit explain_clear_days_of(base::App&, const Options&, Output);  // with the county's extra holidays
Exit list_clashes(base::App&, const Options&, Output);
Exit print_workflows(const Options&, Output);

// between_boards.cpp
Exit print_timetable(base::App&, const Options&, Output);
Exit list_circulations(base::App&, const Options&, Output);
Exit show_circulation(base::App&, const Options&, Output);

// register.cpp
Exit print_register(base::App&, const Options&, Output);

// mail.cpp
Exit list_mail(base::App&, const Options&, Output);
Exit retry_mail(base::App&, const Options&, Output);
Exit hold_mail(base::App&, const Options&, Output);
Exit preview_mail(base::App&, const Options&, Output);

// due.cpp
Exit list_due(base::App&, const Options&, Output);
Exit run_due(base::App&, const Options&, Output);

/// A clock that stands where `run-due --now` says; null without it and for other commands.
std::unique_ptr<workflows::Clock> told_clock(const Options&);

// pack.cpp
Exit build_pack(base::App&, const Options&, Output);

}  // namespace server::command_line
