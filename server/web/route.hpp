// One row of the route table: pattern, action, what it is about, handler.
#pragma once

#include <functional>
#include <string_view>

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "server/web/href.hpp"
#include "workflows/core/policy.hpp"

namespace server::web {

using PageHandler = Result<net::Response> (*)(const Context&, db::ReadTx&);
using PostHandler = Result<Location> (*)(const Context&, db::WriteTx&);
/// What a form does in its transaction.
using Step = std::function<Result<Location>(const Context&, db::WriteTx&)>;
/// Before the transaction: what would hold up the writer, as looking at a file and storing it. No
/// transaction may be open. The step is then taken as that of any other form.
using UploadHandler = Result<Step> (*)(const Context&);

/// What a path parameter names; the rows of site/subjects say how a viewer stands to it.
enum class Subject {
    nothing,
    board,        // {board}: slug
    meeting,      // {meeting}: id
    item,         // {item}: id
    paper,        // {paper}: id
    request,      // {request}: id
    circulation,  // {circulation}: id
    stop,         // {stop}: id
    person,       // {person}: key
    membership,   // {membership}: id
    job,          // {job}: id
    mail,         // {mail}: outbox number
    response,     // {response}: id
    issue,        // {issue}: id
    concern,      // {concern}: id
    obligation,   // {obligation}: id, or year~report~board~purpose
    poll,         // {poll}: id
    report,       // {report}: slug
    theme         // {theme}: key
};

/// `page` answers GET and HEAD. `post` is one transaction; when it refuses, `form_page` is shown
/// again with what was typed. `upload` is the same in two parts: no file is hashed under the
/// writer's lock.
struct Route {
    Address address;
    workflows::Action action;
    Subject subject = Subject::nothing;
    PageHandler page = nullptr;
    PostHandler post = nullptr;
    UploadHandler upload = nullptr;
    PageHandler form_page = nullptr;
};

constexpr Route page(Address address, workflows::Action action, Subject subject,
                     PageHandler handler) {
    return {address, action, subject, handler, nullptr, nullptr, nullptr};
}
constexpr Route post(Address address, workflows::Action action, Subject subject,
                     PostHandler handler, PageHandler form_page = nullptr) {
    return {address, action, subject, nullptr, handler, nullptr, form_page};
}
constexpr Route upload(Address address, workflows::Action action, Subject subject,
                       UploadHandler handler, PageHandler form_page) {
    return {address, action, subject, nullptr, nullptr, handler, form_page};
}

}  // namespace server::web
