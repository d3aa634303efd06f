// The one table of addresses: pattern, action, what it is about, handler.
#pragma once

#include <span>
#include <string_view>

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "workflows/core/policy.hpp"

namespace server {

using PageHandler = Result<Response> (*)(const Context&, db::ReadTx&);
using PostHandler = Result<Location> (*)(const Context&, db::WriteTx&);
using UploadHandler = Result<Location> (*)(const Context&, db::Database&);

/// What a path parameter names; standing.cpp says how a viewer stands to it.
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
/// again with what was typed. `upload` opens its own short transactions: no file is hashed under
/// the writer's lock.
struct Route {
    std::string_view pattern;  // "/meetings/{meeting}.json"
    workflows::Action action;
    Subject subject = Subject::nothing;
    PageHandler page = nullptr;
    PostHandler post = nullptr;
    UploadHandler upload = nullptr;
    PageHandler form_page = nullptr;
};

std::span<const Route> routes();
/// The routes of /demo, which exist only in `shiremoot demo`.
std::span<const Route> demo_routes();

}  // namespace server
