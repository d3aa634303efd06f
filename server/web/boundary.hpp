// What surrounds a handler at the edge: forms and their origin, error pages, assets.
#pragma once

#include <optional>
#include <string>

#include "server/base/app.hpp"
#include "server/web/context.hpp"
#include "templates/assets.hpp"
#include "templates/standard_pages.hpp"

namespace server::web {

/// Reads a urlencoded or multipart body.
std::optional<Error> read_submitted(const net::Request& request, Form& form,
                                    std::optional<MultipartForm>& files);

/// Sent from a page of ours, to this viewer: Fetch Metadata or Origin, and the form's token.
bool is_own_form(const base::App& app, const net::Request& request, const base::Viewer& viewer,
                 const Form& form);

/// Tells two submissions of one form apart: by path, fields and the bytes of every file; the form's
/// token is not part of it. Reads whole files: no transaction may be open when there are any.
std::string body_hash(const net::Request& request, const Form& form,
                      const std::optional<MultipartForm>& files);

net::Response asset_response(const templates::Asset& asset, const net::Request& request);
/// Whether programs read what is behind it: .json, .csv, .svg, .ics and .pdf.
bool is_machine_address(std::string_view path);
/// What such an address answers instead: a problem document, or a line of text where a program
/// reads no JSON.
net::Response machine_error(std::string_view path, int status, const std::string& title);
/// RFC 9457.
net::Response problem_response(int status, const std::string& title);
net::Response error_page(const Context& context, int status, const templates::ErrorFacts& facts);

/// The session ended while the form lay open: what was typed is given back.
net::Response expired_page(const Context& context, const std::string& kept);
net::Response foreign_form_page(const Context& context, const std::string& kept);
/// The same form was sent before with other answers.
net::Response used_form_page(const Context& context, const Location& earlier,
                             const std::string& kept);

/// Of that status; how it is kept is still open (add_caching).
net::Response sent_to(int status, const std::string& location);
net::Response redirect(const std::string& location);  // 303, never kept
/// For good, as far as feed readers are concerned; browsers ask again, so that a board may take an
/// old address back.
net::Response moved_for_good(const std::string& location);
/// Unless the answer says itself how it is kept, as papers do: they are private or named by their
/// hash.
void add_caching(const base::Viewer& viewer, net::Response& response);
/// What was typed, for a page that gives it back.
std::string kept_text(const Form& form);

}  // namespace server::web
