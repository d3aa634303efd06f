#include "server/demo/web_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <stdexcept>

#include "server/demo/page_forms.hpp"

namespace server::demo {
namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* out) {
    static_cast<std::string*>(out)->append(data, size * count);
    return size * count;
}

// What stands between the tags of the error summary, for the story's own log.
std::string refusal_on(const std::string& page) {
    const auto summary = page.find("govuk-error-summary__list");
    if (summary == std::string::npos) return {};
    const auto start = page.find("<li>", summary);
    const auto end = page.find("</li>", start);
    return start == std::string::npos ? "" : unescaped(page.substr(start + 4, end - start - 4));
}

}  // namespace

struct WebClient::Handle {
    CURL* curl = curl_easy_init();
    Handle() = default;
    ~Handle() { curl_easy_cleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    std::string escaped(const std::string& text) const {
        char* raw = curl_easy_escape(curl, text.c_str(), static_cast<int>(text.size()));
        std::string result = raw;
        curl_free(raw);
        return result;
    }
};

WebClient::WebClient(std::string base_url, std::string who)
    : base_url_(std::move(base_url)), who_(std::move(who)), handle_(std::make_unique<Handle>()) {
    curl_easy_setopt(handle_->curl, CURLOPT_COOKIEFILE, "");
    curl_easy_setopt(handle_->curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(handle_->curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle_->curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle_->curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(handle_->curl, CURLOPT_NOPROXY, "*");
}

WebClient::~WebClient() = default;

void WebClient::fail(const std::string& what) const {
    throw std::runtime_error(who_ + ": " + what);
}

void WebClient::perform(const std::string& target) {
    auto* curl = handle_->curl;
    const auto url = base_url_ + target;
    page_ = {};
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &page_.body);
    curl_slist* headers = curl_slist_append(nullptr, ("Origin: " + base_url_).c_str());
    headers = curl_slist_append(headers, "Expect:");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    const auto result = curl_easy_perform(curl);
    curl_slist_free_all(headers);
    if (result != CURLE_OK) fail(target + ": " + curl_easy_strerror(result));
    long status = 0;
    char* address = nullptr;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &address);
    page_.status = static_cast<int>(status);
    page_.address = std::string(address).substr(base_url_.size());
}

void WebClient::expect(const std::string& target, int status) const {
    if (page_.status == status) return;
    fail(target + " answered " + std::to_string(page_.status) + ", not " + std::to_string(status) +
         " " + refusal_on(page_.body));
}

void WebClient::post(const std::string& action, const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : filled(action, fields)) {
        body += (body.empty() ? "" : "&") + handle_->escaped(name) + "=" + handle_->escaped(value);
    }
    curl_easy_setopt(handle_->curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(handle_->curl, CURLOPT_COPYPOSTFIELDS, body.c_str());
    perform(action);
    curl_easy_setopt(handle_->curl, CURLOPT_HTTPGET, 1L);
}

const WebPage& WebClient::try_get(const std::string& target) {
    perform(target);
    return page_;
}

const WebPage& WebClient::get(const std::string& target) {
    perform(target);
    expect(target, 200);
    return page_;
}

Fields WebClient::filled(const std::string& action, const Fields& fields) const {
    auto shown = form_fields(page_.body, action);
    if (!shown) fail(page_.address + " has no form for " + action);
    for (const auto& change : fields) {
        std::erase_if(*shown, [&](const auto& field) { return field.first == change.first; });
    }
    shown->insert(shown->end(), fields.begin(), fields.end());
    return std::move(*shown);
}

const WebPage& WebClient::submit(const std::string& action, const Fields& fields) {
    post(action, fields);
    expect(action, 200);
    return page_;
}

const WebPage& WebClient::upload(const std::string& action, const std::string& field,
                                 const std::filesystem::path& file, const Fields& fields) {
    auto* curl = handle_->curl;
    curl_mime* form = curl_mime_init(curl);
    for (const auto& [name, value] : filled(action, fields)) {
        if (name == field) continue;
        auto* part = curl_mime_addpart(form);
        curl_mime_name(part, name.c_str());
        curl_mime_data(part, value.c_str(), value.size());
    }
    auto* part = curl_mime_addpart(form);
    curl_mime_name(part, field.c_str());
    curl_mime_filedata(part, file.c_str());
    curl_mime_type(part, "application/pdf");
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, form);
    perform(action);
    curl_mime_free(form);
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    expect(action, 200);
    return page_;
}

std::vector<std::string> WebClient::addresses(const std::string& attribute,
                                              const std::string& prefix,
                                              const std::string& suffix) const {
    std::vector<std::string> found;
    const std::string wanted = attribute + "=\"" + prefix;
    for (auto at = page_.body.find(wanted); at != std::string::npos;
         at = page_.body.find(wanted, at + 1)) {
        const auto start = at + attribute.size() + 2;
        auto address = unescaped(page_.body.substr(start, page_.body.find('"', start) - start));
        if (address.ends_with(suffix)) found.push_back(std::move(address));
    }
    return found;
}

std::vector<std::string> WebClient::links(const std::string& prefix,
                                          const std::string& suffix) const {
    return addresses("href", prefix, suffix);
}

std::vector<std::string> WebClient::links(const web::Address& page) const {
    return links(std::string(web::stem(page)), std::string(web::ending(page)));
}

std::vector<std::string> WebClient::forms(const std::string& prefix,
                                          const std::string& suffix) const {
    return addresses("action", prefix, suffix);
}

std::string WebClient::link(const std::string& prefix) const {
    for (auto& address : links(prefix, "")) {
        if (address.size() > prefix.size()) return std::move(address);
    }
    fail(page_.address + " has no link to " + prefix + "…");
}

}  // namespace server::demo
