// What a county's cases read like: each thread, list and audit line as text, to compare what two
// versions of the program say of the same files.
#pragma once

#include <array>
#include <regex>
#include <string>
#include <string_view>

#include "tests/harness/test_app.hpp"

namespace tests {

class CountyReading {
  public:
    explicit CountyReading(TestApp& app) : app_(app) {}

    std::string text() {
        threads();
        lists();
        audit();
        return std::move(text_);
    }

  private:
    struct Kind {
        std::string_view path;
        std::string_view ids;  // address after the path and a slash, one a line
        std::string_view json;
    };
    static constexpr std::array kinds{
        Kind{"/requests", "SELECT id FROM agenda_request ORDER BY id", ".json"},
        Kind{"/responses", "SELECT id FROM response ORDER BY id", ".json"},
        Kind{"/issues", "SELECT id FROM issue ORDER BY id", ".json"},
        Kind{"/concerns", "SELECT id FROM concern ORDER BY id", ".json"},
        Kind{"/obligations", "SELECT id FROM obligation ORDER BY id", ""},
        Kind{"/themes", "SELECT key FROM theme ORDER BY key", ""},
        Kind{"/circulations", "SELECT id FROM circulation ORDER BY id", ".json"},
    };
    // Whoever may open a thing: one of these may open each.
    static constexpr std::array readers{"hwb-secretariat",
                                        "safeguarding-secretariat",
                                        "community-safety-secretariat",
                                        "growth-secretariat",
                                        "oscb-chair",
                                        "cabinet-children",
                                        "assistant-chief-executive"};

    void threads() {
        for (const auto& kind : kinds) {
            for (const auto& id : lines(kind.ids)) {
                const auto path = std::string(kind.path) + "/" + id;
                auto browser = reader_of(path);
                text_ += "== " + path + "\n" + thread_of(browser.page().body);
                if (!kind.json.empty())
                    text_ += browser.get(path + std::string(kind.json)).body + "\n";
            }
        }
        for (const auto& id : lines("SELECT id FROM circulation ORDER BY id")) {
            for (const char* suffix : {".csv", "/comments.csv", "/certificate.csv"}) {
                const auto path = "/circulations/" + id;
                list(reader_of(path), path + suffix);
            }
        }
    }

    void lists() {
        for (const char* person : {"hwb-secretariat", "safeguarding-secretariat", "oscb-chair"}) {
            auto browser = app_.browser(person);
            for (const char* list_path :
                 {"/requests.csv", "/requests.json", "/responses.csv", "/responses.json",
                  "/issues.csv", "/issues.json", "/concerns.csv", "/concerns.json", "/digest.csv",
                  "/digest.json", "/circulations.json"})
                list(browser, list_path);
        }
        auto everybody = app_.browser();
        for (const char* list_path : {"/themes.csv", "/themes.json", "/timetable.csv?year=2019"})
            list(everybody, list_path);
    }

    // From the first line on; each page ends with the number of its oldest one.
    void audit() {
        auto administrator = app_.browser("assistant-chief-executive");
        std::string before, all;
        do {
            const auto page = administrator.get("/audit" + before).body;
            all += rows_of(page);
            static const std::regex older("/audit(\\?before=[0-9]+)");
            std::smatch match;
            before = std::regex_search(page, match, older) ? match[1].str() : "";
        } while (!before.empty());
        text_ += "== /audit\n" + all;
    }

    void list(Browser browser, const std::string& path) {
        const auto page = browser.get(path);
        text_ += "== " + path + " " + std::to_string(page.status) + "\n";
        if (page.status == 200) text_ += page.body + (page.body.ends_with('\n') ? "" : "\n");
    }

    Browser reader_of(const std::string& path) {
        for (const char* person : readers) {
            auto browser = app_.browser(person);
            if (browser.get(path).status == 200) return browser;
        }
        return app_.browser();
    }

    std::vector<std::string> lines(std::string_view sql) {
        const auto all = app_.query("SELECT COALESCE(GROUP_CONCAT(id, char(10)), '') FROM (" +
                                    renamed(sql) + ")");
        std::vector<std::string> found;
        for (std::size_t at = 0; at < all.size();) {
            const auto end = std::min(all.find('\n', at), all.size());
            found.push_back(all.substr(at, end - at));
            at = end + 1;
        }
        return found;
    }
    static std::string renamed(std::string_view sql) {
        return std::regex_replace(std::string(sql), std::regex("SELECT key"), "SELECT key AS id");
    }

    // The last list of a page, or its last table where it has no list of that kind.
    static std::string thread_of(const std::string& page) {
        const auto ordered = page.rfind("<ol class=\"govuk-list");
        if (ordered != std::string::npos)
            return plain(page.substr(ordered, page.find("</ol>", ordered) - ordered));
        return rows_of(page);
    }
    static std::string rows_of(const std::string& page) {
        const auto body = page.rfind("<tbody");
        if (body == std::string::npos) return "";
        return plain(page.substr(body, page.find("</tbody>", body) - body));
    }

    // One line for each item or row, blanks made one.
    static std::string plain(const std::string& html) {
        static const std::regex blanks("\\s+"), ends("</(li|tr)>"), tags("<[^>]*>"),
            around(" *\n *");
        auto text = std::regex_replace(html, blanks, " ");
        text = std::regex_replace(text, ends, "\n");
        text = std::regex_replace(text, tags, " ");
        text = std::regex_replace(text, std::regex(" +"), " ");
        text = std::regex_replace(text, around, "\n");
        text.erase(0, text.find_first_not_of(" \n"));
        return text;
    }

    TestApp& app_;
    std::string text_;
};

}  // namespace tests
