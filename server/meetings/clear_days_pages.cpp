// Counts clear days for anybody who asks, day by day.
#include <map>

#include "server/base/app.hpp"
#include "server/meetings/clear_days_exports.hpp"
#include "server/meetings/handlers.hpp"
#include "server/meetings/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::meetings {
namespace {

using workflows::ClearDays;

constexpr const char* days_default = "5";

struct Question {
    std::string meeting;
    std::string published;
    std::string days;
    std::string profile;
    bool asked() const { return !meeting.empty() || !published.empty(); }
};

Question question_of(const net::Request& request) {
    Question question{request.query_value("meeting"), request.query_value("published"),
                      request.query_value("days"), request.query_value("profile")};
    if (question.days.empty()) question.days = days_default;
    if (question.profile.empty()) {
        question.profile = workflows::profile_name(workflows::Profile::va_working);
    }
    return question;
}

Result<int> read_days(const std::string& text) {
    const bool number = !text.empty() && text.size() <= 3 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    if (!number || std::stoi(text) > workflows::clear_days_max) {
        return workflows::invalid("days", words::enter_days_up_to(workflows::clear_days_max));
    }
    return std::stoi(text);
}

Result<ClearDays> answer(const base::App& app, db::ReadTx& tx, const Question& question) {
    const auto days = read_days(question.days);
    if (!days) return days.error();
    const auto profile = workflows::find_profile(question.profile);
    if (!profile) return workflows::invalid("profile", words::select_which_days_count);
    if (!question.asked()) {
        return workflows::invalid("meeting", words::enter_the_meeting_date);
    }
    if (!question.meeting.empty() && !question.published.empty()) {
        return workflows::invalid("published", words::enter_one_of_the_two_dates);
    }
    const auto holidays = app.holidays(tx);
    if (!question.meeting.empty()) {
        const auto day = workflows::parse_day(question.meeting, "meeting");
        if (!day) return day.error();
        return workflows::latest_publication(*day, *days, holidays, *profile);
    }
    const auto day = workflows::parse_day(question.published, "published");
    if (!day) return day.error();
    return workflows::earliest_meeting(*day, *days, holidays, *profile);
}

void add_days(templates::View& view, const ClearDays& answer) {
    std::map<workflows::Day, std::string> between;
    for (const auto day : answer.counted)
        between[day] = words::counted;
    for (const auto& day : answer.skipped)
        between[day.day] = words::not_counted(day.reason);
    view.list("between");
    for (const auto& [day, counts] : between) {
        view.add("between")
            .set("iso", workflows::iso(day))
            .set("day", workflows::long_date(day))
            .set("counts", counts);
    }
}

}  // namespace

Result<net::Response> show_clear_days(const web::Context& context, db::ReadTx& tx) {
    const auto question = question_of(context.request);
    auto layout = web::layout_facts(context, words::how_clear_days_are_counted);
    layout.breadcrumbs = {{words::help, web::href(routes::help)}};
    templates::View view;
    view.set("meeting", question.meeting).set("published", question.published);
    view.set("days", question.days).flag("is_working", question.profile != "calendar");
    view.set("verdict", "");
    if (question.asked()) {
        const auto counted = answer(context.app, tx, question);
        if (!counted) {
            layout.errors.push_back({counted.error().message, "#" + counted.error().field});
        } else {
            view.set("verdict", counted->verdict()).set("words", counted->words());
            const auto query = context.request.target.find('?');
            view.set("data_href", web::href(routes::help_clear_days_json) +
                                      context.request.target.substr(query));
            add_days(view, *counted);
        }
    }
    const bool refused = !layout.errors.empty();
    auto response = web::html_response(context, "pages/clear_days.html", layout, view);
    if (refused) response.status = 422;
    return response;
}

Result<net::Response> show_clear_days_json(const web::Context& context, db::ReadTx& tx) {
    const auto counted = answer(context.app, tx, question_of(context.request));
    if (!counted) return counted.error();
    return web::json_response(clear_days_json(*counted));
}

}  // namespace server::meetings
