#include "server/web/boundary.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "server/base/secrets.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/session_cookie.hpp"
#include "server/web/words.hpp"

namespace server::web {
namespace {

bool from_our_page(const base::App& app, const net::Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (!site.empty()) return site == "same-origin";
    return request.header("origin") == app.config.base_url;
}

// No field of ours needs another control character than the line ends of a text area, and headers
// of letters, calendars and file names must not hold any.
std::optional<Error> clean(Form& form) {
    net::NameValues values;
    values.reserve(form.values().size());
    for (auto [name, value] : form.values()) {
        std::replace(value.begin(), value.end(), '\t', ' ');
        const auto refused = [](unsigned char byte) {
            return (byte < 0x20 && byte != '\r' && byte != '\n') || byte == 0x7F;
        };
        if (std::any_of(value.begin(), value.end(), refused)) {
            return workflows::invalid(name, words::remove_the_invisible_control_characters);
        }
        values.emplace(std::move(name), std::move(value));
    }
    form = Form(std::move(values));
    return std::nullopt;
}

}  // namespace

std::optional<Error> read_submitted(const net::Request& request, Form& form,
                                    std::optional<MultipartForm>& files) {
    const auto type = request.header("content-type");
    if (!is_multipart(type)) {
        auto read = read_form(request.body, type);
        if (!read) return read.error();
        form = std::move(*read);
        return clean(form);
    }
    auto read = read_multipart(request.body_file, type);
    if (!read) return read.error();
    form = read->fields;
    if (auto error = clean(form)) return error;
    read->fields = form;
    files = std::move(*read);
    return std::nullopt;
}

bool is_own_form(const base::App& app, const net::Request& request, const base::Viewer& viewer,
                 const Form& form) {
    if (!from_our_page(app, request)) return false;
    const auto token = form.get(templates::csrf_field_name);
    const auto dot = token.find('.');
    if (dot == std::string::npos) return false;
    const auto key = viewer.signed_in()
                         ? viewer.csrf
                         : base::hmac_hex(app.anonymous_form_key, request.cookie(visitor_cookie));
    return base::equal_secrets(base::hmac_hex(key, token.substr(0, dot)), token.substr(dot + 1));
}

std::string body_hash(const net::Request& request, const Form& form,
                      const std::optional<MultipartForm>& files) {
    std::string text = request.path;
    for (const auto& [name, value] : form.values()) {
        if (name == templates::csrf_field_name) continue;
        text += '\0' + name + '\0' + value;
    }
    if (!files) return base::sha256_hex(text);
    // Part by part: the boundary between them differs from one sending to the next.
    for (const auto& part : files->files) {
        text += '\0' + part.name + '\0' + part.file_name + '\0';
        text += hash_part(request.body_file, part);
    }
    return base::sha256_hex(text);
}

net::Response asset_response(const templates::Asset& asset, const net::Request& request) {
    net::Response response;
    response.content_type = std::string(asset.content_type);
    response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                        {"ETag", std::string(asset.etag)},
                        {"Vary", "Accept-Encoding"}};
    if (request.header("if-none-match") == asset.etag) {
        response.status = 304;
        response.content_type.clear();
    } else if (request.header("accept-encoding").find("gzip") != std::string::npos) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.body = std::string(asset.gzip);
    } else {
        response.body = std::string(asset.identity);
    }
    return response;
}

net::Response problem_response(int status, const std::string& title) {
    net::Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.headers = {{"Cache-Control", "no-store"}};
    response.body = boost::json::serialize(
        boost::json::value{{"type", "about:blank"}, {"title", title}, {"status", status}});
    return response;
}

bool is_machine_address(std::string_view path) {
    static constexpr std::array suffixes{".json", ".csv", ".svg", ".ics", ".pdf"};
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](const char* suffix) { return path.ends_with(suffix); });
}

net::Response machine_error(std::string_view path, int status, const std::string& title) {
    auto response = problem_response(status, title);
    if (path.ends_with(".json")) return response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = title + "\n";
    return response;
}

net::Response error_page(const Context& context, int status, const templates::ErrorFacts& facts) {
    auto layout = layout_facts(context, facts.heading);
    layout.errors.clear();
    auto response =
        html_response(context, "pages/error.html", layout, templates::error_view(facts));
    response.status = status;
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

net::Response expired_page(const Context& context, const std::string& kept) {
    templates::ErrorFacts facts;
    facts.heading = words::you_have_been_signed_out;
    facts.paragraphs = {words::your_session_ended_before_you_sent,
                        words::copy_what_you_wrote_then_sign};
    facts.links = {{words::sign_in, web::href(routes::sign_in)}};
    facts.kept_text = kept;
    return error_page(context, 403, facts);
}

net::Response foreign_form_page(const Context& context, const std::string& kept) {
    templates::ErrorFacts facts;
    facts.heading = words::we_could_not_accept_this_form;
    facts.paragraphs = {words::it_was_not_sent, words::open_the_page_again_and_send};
    facts.kept_text = kept;
    return error_page(context, 403, facts);
}

net::Response used_form_page(const Context& context, const Location& earlier,
                             const std::string& kept) {
    templates::ErrorFacts facts;
    facts.heading = words::you_have_already_sent_this_form;
    facts.paragraphs = {words::you_sent_it_earlier_with_different};
    facts.links = {{words::see_what_was_saved, earlier}};
    facts.kept_text = kept;
    return error_page(context, 409, facts);
}

net::Response sent_to(int status, const std::string& location) {
    net::Response response;
    response.status = status;
    response.content_type.clear();
    response.headers = {{"Location", location}};
    return response;
}

net::Response redirect(const std::string& location) {
    auto response = sent_to(303, location);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

void add_caching(const base::Viewer& viewer, net::Response& response) {
    const auto is_set = [](const auto& header) { return header.first == "Cache-Control"; };
    if (std::any_of(response.headers.begin(), response.headers.end(), is_set)) return;
    response.headers.emplace_back("Cache-Control",
                                  viewer.signed_in() ? "private, no-store" : "no-cache");
}

std::string kept_text(const Form& form) {
    std::string text;
    for (const auto& [name, value] : form.values()) {
        if (name == templates::csrf_field_name || name == "version" || value.empty()) continue;
        text += name + ": " + value + "\n";
    }
    return text;
}

net::Response moved_for_good(const std::string& location) {
    auto response = sent_to(301, location);
    response.headers.emplace_back("Cache-Control", "no-cache");
    return response;
}

}  // namespace server::web
