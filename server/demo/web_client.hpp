// Uses the server as a person with a browser does: real HTTP, cookies, forms that a page showed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/web/href.hpp"

namespace server::demo {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct WebPage {
    int status = 0;
    std::string address;  // path and query, after redirects
    std::string body;
};

/// One person's browser. Throws std::runtime_error with what was tried when the server cannot be
/// reached, when the page has no such form, or when an answer is not the expected one.
class WebClient {
  public:
    WebClient(std::string base_url, std::string who);
    ~WebClient();
    WebClient(const WebClient&) = delete;
    WebClient& operator=(const WebClient&) = delete;

    /// Must answer 200.
    const WebPage& get(const std::string& target);
    /// Any answer.
    const WebPage& try_get(const std::string& target);
    /// Sends a form of the current page with what it shows, changed by `fields`; follows the
    /// redirect. A refused form (422, 409) is an error.
    const WebPage& submit(const std::string& action, const Fields& fields = {});
    const WebPage& upload(const std::string& action, const std::string& field,
                          const std::filesystem::path& file, const Fields& fields = {});
    const WebPage& page() const { return page_; }
    /// The first address on the current page that starts with `prefix` and has more behind it.
    std::string link(const std::string& prefix) const;
    /// All addresses on the page with that beginning and end, in order.
    std::vector<std::string> links(const std::string& prefix, const std::string& suffix) const;
    /// All addresses on the page that are of this kind, in order.
    std::vector<std::string> links(const web::Address& page) const;

    /// The same of the addresses that the page's forms post to.
    std::vector<std::string> forms(const std::string& prefix, const std::string& suffix) const;

  private:
    std::vector<std::string> addresses(const std::string& attribute, const std::string& prefix,
                                       const std::string& suffix) const;
    struct Handle;
    void perform(const std::string& target);
    void post(const std::string& action, const Fields& fields);
    void expect(const std::string& target, int status) const;
    Fields filled(const std::string& action, const Fields& fields) const;
    [[noreturn]] void fail(const std::string& what) const;

    std::string base_url_;
    std::string who_;
    std::unique_ptr<Handle> handle_;
    WebPage page_;
};

}  // namespace server::demo
