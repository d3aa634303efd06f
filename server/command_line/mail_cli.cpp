// mail queue, retry, hold, release, preview.
#include <boost/json.hpp>

#include "db/audit.hpp"
#include "db/outbox.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"

namespace server::command_line {
namespace {

constexpr int listed_rows_max = 1000;

boost::json::value json_of(const db::OutboxRow& row) {
    return {{"number", row.id},           {"template", row.template_name},
            {"class", row.message_class}, {"board", row.board},
            {"person", row.person},       {"recipient", row.recipient},
            {"subject", row.subject},     {"state", workflows::to_text(row.state)},
            {"attempts", row.attempts},   {"reply_code", row.reply_code},
            {"reply", row.reply}};
}

using Step = workflows::Result<void> (*)(db::WriteTx&, long long);

Exit change(base::App& app, const Options& options, Output output, Step step, const char* action) {
    auto tx = app.database.begin_write();
    if (!db::find_outbox(*tx, options.number)) {
        output.err << words::no_email_with_number(options.number);
        return Exit::not_found;
    }
    if (const auto done = step(*tx, options.number); !done) {
        output.err << done.error().message << '\n';
        return Exit::conflict;
    }
    output.out << words::email_changed(options.number, action);
    if (options.dry_run) return Exit::ok;
    db::append_audit(*tx, {std::string("mail.") + action, "mail:" + std::to_string(options.number),
                           "", words::by_command});
    tx->commit();
    app.mail_queued();
    return Exit::ok;
}

}  // namespace

Exit list_mail(base::App& app, const Options& options, Output output) {
    const auto tx = app.database.begin_read();
    const auto rows = db::list_outbox(*tx, {}, {}, 0, listed_rows_max);
    if (options.json) {
        boost::json::array list;
        for (const auto& row : rows)
            list.push_back(json_of(row));
        output.out << boost::json::serialize(list) << '\n';
        return Exit::ok;
    }
    for (const auto& count : db::count_outbox(*tx)) {
        output.err << workflows::to_text(count.state) << ": " << count.count << '\n';
    }
    for (const auto& row : rows) {
        output.out << row.id << '\t' << workflows::to_text(row.state) << '\t' << row.template_name
                   << '\t' << row.recipient << '\t' << row.subject << '\n';
    }
    return Exit::ok;
}

Exit retry_mail(base::App& app, const Options& options, Output output) {
    return change(app, options, output, db::retry_message, "retry");
}

Exit hold_mail(base::App& app, const Options& options, Output output) {
    return change(app, options, output, db::hold_message, "hold");
}

Exit preview_mail(base::App& app, const Options& options, Output output) {
    const auto row = db::find_outbox(*app.database.begin_read(), options.number);
    if (!row) {
        output.err << words::no_email_with_number(options.number);
        return Exit::not_found;
    }
    if (row->message_class == "account") {
        output.err << words::codes_are_never_shown;
        return Exit::conflict;
    }
    if (options.json) {
        auto facts = json_of(*row);
        facts.as_object()["message"] = row->bytes;
        output.out << boost::json::serialize(facts) << '\n';
        return Exit::ok;
    }
    output.out << row->bytes;
    return Exit::ok;
}

}  // namespace server::command_line
