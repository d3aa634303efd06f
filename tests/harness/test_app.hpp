// The whole server without sockets: the county imported, a clock that tests set, browsers that
// keep cookies and can only send forms that a page showed them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "db/database.hpp"
#include "server/base/app.hpp"
#include "server/web/dispatch.hpp"
#include "server/web/session_cookie.hpp"
#include "tests/db/temporary_database.hpp"
#include "tests/harness/page.hpp"

namespace tests {

class Browser;

class TestApp {
  public:
    enum class County { oxfordshire, empty };

    /// The clock stands at 2018-11-01 09:00 UTC.
    explicit TestApp(County county = County::oxfordshire);
    /// The county imported anew, with ids of this source alone: two runs have the same rows.
    explicit TestApp(std::unique_ptr<workflows::IdSource> ids);
    /// On a copy of the files in `data`, as an earlier program left them.
    explicit TestApp(const std::filesystem::path& data);
    ~TestApp();

    server::base::App& app() { return *app_; }
    server::web::Dispatcher& dispatcher() { return *dispatcher_; }
    SettableClock& clock() { return clock_; }
    const std::filesystem::path& directory() const { return directory_.path(); }

    /// A browser in which this post is signed in; empty: the public.
    Browser browser(const std::string& person = "");
    /// One value from the database, for what no page shows.
    std::string query(const std::string& sql);
    /// Closes and opens the program on the same files.
    void restart();

  private:
    void open();
    TemporaryDirectory directory_;
    SettableClock clock_;
    std::unique_ptr<workflows::IdSource> ids_;
    std::unique_ptr<server::base::App> app_;
    std::unique_ptr<server::web::Dispatcher> dispatcher_;
};

class Browser {
  public:
    Browser(TestApp& app, std::string session_cookie);

    /// GET; stays the current page.
    Page get(const std::string& target);
    /// Sends the form of the current page that posts to `action`, with its hidden fields and the
    /// values it shows, changed by `fields`; follows the redirect. Fails the test when the page has
    /// no such form.
    Page submit(const std::string& action, const Fields& fields = {});
    /// The same without following: the bare answer to the POST.
    Page submit_only(const std::string& action, const Fields& fields = {});
    /// A multipart form with one file.
    Page submit_file(const std::string& action, const std::string& field,
                     const std::string& file_name, const std::string& bytes,
                     const Fields& fields = {});
    /// A POST that no page offered, to try what should be refused. `token` empty: none is sent.
    Page post_raw(const std::string& target, const Fields& fields, const std::string& token = "");
    const Page& page() const { return page_; }
    /// A form's token as the current page carries it.
    std::string token_on_page() const;

  private:
    Page send(server::net::Request request);
    Fields shown_fields(const std::string& action) const;
    TestApp& app_;
    std::map<std::string, std::string> cookies_;
    Page page_;
};

}  // namespace tests
