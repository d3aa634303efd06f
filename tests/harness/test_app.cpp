#include "tests/harness/test_app.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>

#include "db/import/importer.hpp"
#include "db/session.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/base/platform.hpp"
#include "server/demo/page_forms.hpp"
#include "server/demo/routes.hpp"
#include "server/net/urlencoded.hpp"
#include "server/site/site.hpp"
#include "server/web/session_cookie.hpp"

namespace tests {
namespace {

server::base::Config test_config(const std::filesystem::path& directory) {
    server::base::Config config;
    config.data_directory = directory;
    config.base_url = "http://127.0.0.1:8080";
    config.mail_from = "boards@example.org";
    config.hold_seconds = 0;
    config.pdf_worker_program = std::filesystem::path(SHIREMOOT_BINARY_DIR) / "tests/pdf_worker";
    return config;
}

void import_county(const std::filesystem::path& path, workflows::IdSource& ids) {
    const SettableClock clock;
    db::Database database(path, 1, clock, ids);
    const auto report = db::import_directory(
        database, std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "db/demo/oxfordshire",
        db::DryRun::no, [](workflows::Day) { return std::string(); });
    EXPECT_TRUE(report.errors.empty());
}

// Imported once for the whole program; each test starts from a copy of the file.
const std::filesystem::path& imported_county() {
    static const TemporaryDirectory directory;
    static const std::filesystem::path file = [] {
        const auto path = directory.path() / "shiremoot.db";
        server::base::RandomIds ids;
        import_county(path, ids);
        return path;
    }();
    return file;
}

std::string encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char byte : text) {
        if (std::isalnum(byte) != 0) {
            out += static_cast<char>(byte);
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::string urlencoded(const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
        if (!body.empty()) body += '&';
        body += encoded(name) + "=" + encoded(value);
    }
    return body;
}

void replace_fields(Fields& shown, const Fields& changes) {
    for (const auto& change : changes) {
        std::erase_if(shown, [&](const auto& field) { return field.first == change.first; });
    }
    shown.insert(shown.end(), changes.begin(), changes.end());
}

server::net::Request request_for(server::net::Method method, const std::string& target) {
    server::net::Request request;
    request.method = method;
    request.target = target;
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) {
        if (auto query = server::net::parse_urlencoded(target.substr(mark + 1)))
            request.query = *query;
    }
    request.client_address = "127.0.0.1";
    return request;
}

}  // namespace

TestApp::TestApp(County county) : ids_(std::make_unique<server::base::RandomIds>()) {
    if (county == County::oxfordshire) {
        std::filesystem::copy_file(imported_county(), directory_.path() / "shiremoot.db");
    }
    open();
}

TestApp::TestApp(std::unique_ptr<workflows::IdSource> ids) : ids_(std::move(ids)) {
    import_county(directory_.path() / "shiremoot.db", *ids_);
    open();
}

TestApp::TestApp(const std::filesystem::path& data)
    : ids_(std::make_unique<server::base::RandomIds>()) {
    std::filesystem::copy(data, directory_.path(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
    open();
}

TestApp::~TestApp() = default;

void TestApp::open() {
    app_ = std::make_unique<server::base::App>(
        test_config(directory_.path()), clock_, *ids_,
        [](server::base::Severity severity, const std::string& text) {
            if (severity == server::base::Severity::error) {
                ADD_FAILURE() << text;
            }
        },
        server::site::services(server::demo::routes()));
    dispatcher_ = std::make_unique<server::web::Dispatcher>(*app_);
}

void TestApp::restart() {
    dispatcher_.reset();
    app_.reset();
    open();
}

Browser TestApp::browser(const std::string& person) {
    if (person.empty()) return Browser(*this, "");
    auto tx = app_->database.begin_write({person, ""});
    const auto cookie = server::access::open_session(*app_, *tx, person);
    tx->touch("session");
    tx->commit();
    const auto start = cookie.find('=') + 1;
    return Browser(*this, cookie.substr(start, cookie.find(';') - start));
}

std::string TestApp::query(const std::string& sql) {
    return app_->database.begin_read()->session().query_text(sql);
}

Browser::Browser(TestApp& app, std::string session_cookie) : app_(app) {
    if (!session_cookie.empty()) cookies_[server::web::session_cookie] = std::move(session_cookie);
}

Page Browser::send(server::net::Request request) {
    std::string cookies;
    for (const auto& [name, value] : cookies_) {
        cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    }
    if (!cookies.empty()) request.headers.emplace("cookie", cookies);
    request.headers.emplace("sec-fetch-site", "same-origin");
    const auto response = app_.dispatcher().handle(request);
    Page page;
    page.status = response.status;
    page.body = response.shared_body ? *response.shared_body : response.body;
    if (!response.file.empty()) {
        std::ifstream file(response.file, std::ios::binary);
        page.body.assign(std::istreambuf_iterator<char>(file), {});
    }
    page.headers["content-type"] = response.content_type;
    for (auto [name, value] : response.headers) {
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (name == "set-cookie") {
            const auto equals = value.find('=');
            cookies_[value.substr(0, equals)] =
                value.substr(equals + 1, value.find(';') - equals - 1);
        }
        page.headers[name] = value;
    }
    return page;
}

Page Browser::get(const std::string& target) {
    return page_ = send(request_for(server::net::Method::get, target));
}

Page Browser::submit_only(const std::string& action, const Fields& fields) {
    auto shown = server::demo::form_fields(page_.body, action);
    EXPECT_TRUE(shown.has_value()) << "no form for " << action << " on this page:\n" << page_.body;
    if (!shown) return {};
    replace_fields(*shown, fields);
    auto request = request_for(server::net::Method::post, action);
    request.headers.emplace("content-type", "application/x-www-form-urlencoded");
    request.body = urlencoded(*shown);
    return page_ = send(std::move(request));
}

Page Browser::submit(const std::string& action, const Fields& fields) {
    auto page = submit_only(action, fields);
    return page.status == 303 ? get(page.location()) : page;
}

Page Browser::submit_file(const std::string& action, const std::string& field,
                          const std::string& file_name, const std::string& bytes,
                          const Fields& fields) {
    auto shown = server::demo::form_fields(page_.body, action);
    EXPECT_TRUE(shown.has_value()) << "no form for " << action;
    if (!shown) return {};
    replace_fields(*shown, fields);
    const std::string boundary = "----shiremoot-test-boundary";
    const auto body_file = app_.directory() / ("upload-" + server::base::RandomIds().id());
    std::ofstream body(body_file, std::ios::binary);
    for (const auto& [name, value] : *shown) {
        if (name == field) continue;
        body << "--" << boundary << "\r\nContent-Disposition: form-data; name=\"" << name
             << "\"\r\n\r\n"
             << value << "\r\n";
    }
    body << "--" << boundary << "\r\nContent-Disposition: form-data; name=\"" << field
         << "\"; filename=\"" << file_name << "\"\r\nContent-Type: application/pdf\r\n\r\n"
         << bytes << "\r\n--" << boundary << "--\r\n";
    body.close();
    auto request = request_for(server::net::Method::post, action);
    request.headers.emplace("content-type", "multipart/form-data; boundary=" + boundary);
    request.body_file = body_file;
    auto page = page_ = send(std::move(request));
    std::filesystem::remove(body_file);
    return page.status == 303 ? get(page.location()) : page;
}

Page Browser::post_raw(const std::string& target, const Fields& fields, const std::string& token) {
    auto all = fields;
    if (!token.empty()) all.emplace_back("csrf_token", token);
    auto request = request_for(server::net::Method::post, target);
    request.headers.emplace("content-type", "application/x-www-form-urlencoded");
    request.body = urlencoded(all);
    return send(std::move(request));
}

std::string Browser::token_on_page() const {
    static const std::regex pattern("name=\"csrf_token\" value=\"([^\"]+)\"");
    std::smatch match;
    return std::regex_search(page_.body, match, pattern) ? match[1].str() : "";
}

}  // namespace tests
