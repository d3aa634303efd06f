#include "server/access/signed_in_viewer.hpp"

#include <algorithm>

#include "db/identity.hpp"
#include "db/lookups.hpp"
#include "db/people.hpp"
#include "server/access/office.hpp"
#include "server/access/session_activity.hpp"
#include "server/base/limits.hpp"
#include "server/base/secrets.hpp"
#include "server/web/session_cookie.hpp"

namespace server::access {
namespace {

bool is_staff(const base::Viewer& viewer) {
    return base::general_standing(viewer).any_of(workflows::Relation::any_secretariat |
                                                 workflows::Relation::administrator);
}

// A member who has become staff since is held to the shorter times at once.
bool ended(const base::App& app, const db::SessionRow& session, const base::Viewer& viewer,
           workflows::Instant now) {
    const auto remembered = app.activity->last_used(session.token_hash);
    const auto last = std::max(remembered.value_or(session.last_used), session.last_used);
    if (now >= session.not_after || now - last >= std::chrono::seconds(session.idle_seconds_max)) {
        return true;
    }
    return is_staff(viewer) && (now - session.created_at >= base::limits::staff_session_life_max ||
                                now - last >= base::limits::staff_session_idle_max);
}

void add_person(db::ReadTx& tx, base::Viewer& viewer, const workflows::Person& person) {
    viewer.person = person.key;
    viewer.post = person.post;
    viewer.email = person.email;
    viewer.administrator = person.administrator;
    const auto today = workflows::iso(db::county_day(tx));
    for (auto& seat : db::seats_today(tx, person.key, today)) {
        viewer.seats.push_back({std::move(seat.board), seat.role});
    }
    const bool serves = !viewer.boards_served().empty();
    viewer.office = serves && viewer.serves(office_board(tx));
}

}  // namespace

base::Viewer identify(base::App& app, db::ReadTx& tx, const net::Request& request) {
    base::Viewer viewer;
    const auto token = request.cookie(web::session_cookie);
    if (token.empty()) return viewer;
    const auto session = db::find_session(tx, base::sha256_hex(token));
    if (!session) return viewer;
    const auto person = db::find_person(tx, session->person);
    if (!person) return viewer;
    add_person(tx, viewer, *person);
    if (ended(app, *session, viewer, tx.now())) return {};
    viewer.session = session->token_hash;
    viewer.csrf = session->csrf;
    app.activity->used(viewer.session, viewer.person, tx.now());
    return viewer;
}

std::string open_session(base::App& app, db::WriteTx& tx, const std::string& person) {
    base::Viewer viewer;
    if (const auto found = db::find_person(tx, person)) add_person(tx, viewer, *found);
    const bool staff = is_staff(viewer);
    const std::chrono::seconds life =
        staff ? base::limits::staff_session_life_max : base::limits::member_session_life_max;
    const std::chrono::seconds idle =
        staff ? base::limits::staff_session_idle_max : base::limits::member_session_life_max;
    const auto token = app.ids.secret();
    db::SessionRow session;
    session.token_hash = base::sha256_hex(token);
    session.person = person;
    session.created_at = tx.now();
    session.not_after = tx.now() + life;
    session.idle_seconds_max = static_cast<int>(idle.count());
    session.csrf = app.ids.secret();
    db::insert_session(tx, session);
    return web::session_cookie_with(token, life + base::limits::session_cookie_after_end);
}

}  // namespace server::access
