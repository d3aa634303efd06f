#include "server/command_line/cli.hpp"

#include <array>
#include <string_view>

namespace server::command_line {
namespace {

template <class Command>
struct Row {
    std::string_view name;
    Command command;
};

constexpr std::array data_commands{
    Row<DataCommand>{"import csv", import_csv},
    Row<DataCommand>{"import json", import_json},
    Row<DataCommand>{"export", export_county},
    Row<DataCommand>{"backup", back_up},
    Row<DataCommand>{"check", check_data},
    Row<DataCommand>{"user link", make_user_link},
    Row<DataCommand>{"user administrator", make_administrator},
    Row<DataCommand>{"explain clear-days", explain_clear_days_of},
    Row<DataCommand>{"clashes", list_clashes},
    Row<DataCommand>{"timetable", print_timetable},
    Row<DataCommand>{"circulation list", list_circulations},
    Row<DataCommand>{"circulation show", show_circulation},
    Row<DataCommand>{"register", print_register},
    Row<DataCommand>{"mail queue", list_mail},
    Row<DataCommand>{"mail retry", retry_mail},
    Row<DataCommand>{"mail hold", hold_mail},
    Row<DataCommand>{"mail release", retry_mail},
    Row<DataCommand>{"mail preview", preview_mail},
    Row<DataCommand>{"due", list_due},
    Row<DataCommand>{"run-due", run_due},
    Row<DataCommand>{"pack build", build_pack},
};

constexpr std::array plain_commands{
    Row<PlainCommand>{"restore", restore_backup},
    Row<PlainCommand>{"explain clear-days", explain_clear_days},
    Row<PlainCommand>{"workflows", print_workflows},
};

template <class Table>
auto find_in(const Table& table, const std::string& name) -> decltype(table[0].command) {
    for (const auto& row : table) {
        if (row.name == name) return row.command;
    }
    return nullptr;
}

}  // namespace

DataCommand find_data_command(const std::string& name) {
    return find_in(data_commands, name);
}
PlainCommand find_plain_command(const std::string& name) {
    return find_in(plain_commands, name);
}

bool runs_beside_no_server(const Options& options) {
    return options.command == "run-due" && !options.dry_run;
}

}  // namespace server::command_line
