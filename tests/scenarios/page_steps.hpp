// Steps of a scenario that need no words of their own: pages opened, forms sent, rows looked for.
//
//   find NAME in TABLE column=value …           {NAME} stands for the id of that one row from here
//                                               on
//   word NAME "text"                            {NAME} stands for the text: what one line shows and
//                                               another hides is written once
//   count TABLE column=value … => 3             so many rows
//   open PATH by PERSON => shows "text" …       the page holds each text; `public` is nobody
//   open PATH by PERSON => hides "text" …       it does not: for names and what somebody wrote
//   open PATH by PERSON => offers ADDRESS …     a form or a link on the page leads there
//   open PATH by PERSON => withholds ADDRESS …  neither does: for what somebody may not do
//   open PATH by PERSON => says NAME=VALUE …    the JSON has these values at the top
//   open PATH by PERSON => hidden               there is no such page for them, or they must sign
//   in send FORM by PERSON on PATH field=value "field=more words" … => shows "text" …; mail A B
//                                               opens the page, fills in its form; who gets letters
//   upload FORM by PERSON on PATH field=value … => …
//                                               as send, with a PDF in the form's field "paper"
//   deny FORM by PERSON on PATH field=value … => refused "text"
//   link from PERSON                            {link} is the address in the newest letter to them
//   administrator PERSON                        they look after the register from here on
//   run jobs                                    what the clock would do by now
//
// A date is one field: from=2019-01-31 fills in from-day, from-month and from-year when the form
// has them. `mail` may be left out: then nobody looks at who gets letters; `mail nobody` is none.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "server/base/jobs.hpp"
#include "server/site/site.hpp"
#include "templates/documents/sample_paper.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "tests/scenarios/scenario_step.hpp"

namespace tests {

class PageSteps {
  public:
    explicit PageSteps(TestApp& app) : app_(app) {}

    static bool knows(const std::string& verb, const std::string& next) {
        static const std::set<std::string> verbs{"find", "word", "count",         "open",  "send",
                                                 "link", "run",  "administrator", "upload"};
        const bool address = next.starts_with("/") || next.starts_with("{");
        return verbs.contains(verb) || (verb == "deny" && address);
    }

    void take(const Words& words) {
        const auto line = read(words);
        const auto& verb = line.what.at(0);
        if (verb == "find") {
            find(line);
        } else if (verb == "word") {
            names_[line.what.at(1)] = line.what.at(2);
        } else if (verb == "count") {
            EXPECT_EQ(std::to_string(rows(app_, line.what.at(1), line.fields).count()),
                      line.result.at(0));
        } else if (verb == "open") {
            open(line);
        } else if (verb == "link") {
            take_link(line.what.at(2));
        } else if (verb == "administrator") {
            make_administrator(app_, line.what.at(1));
        } else if (verb == "run") {
            server::base::JobRunner(app_.app(), server::site::jobs()).run_pending();
        } else {
            send(line, verb == "deny");
        }
    }

  private:
    struct Line {
        Words what;
        Fields fields;
        std::string by, on;
        Words result;  // what stands behind the arrow, before "; mail"
        std::optional<Words> mail;
    };

    std::string filled(std::string word) const {
        for (const auto& [name, id] : names_) {
            const auto hole = "{" + name + "}";
            for (auto at = word.find(hole); at != std::string::npos; at = word.find(hole))
                word.replace(at, hole.size(), id);
        }
        return word;
    }

    Line read(const Words& words) const {
        Line line;
        std::size_t i = 0;
        for (; i < words.size() && words[i] != "=>"; ++i) {
            auto word = filled(words[i]);
            if (word.starts_with('"')) word.erase(0, 1);
            const auto equals = word.find('=');
            if (word == "by") {
                line.by = words.at(++i);
            } else if (word == "on" && i > 0) {
                line.on = filled(words.at(++i));
            } else if (equals != std::string::npos && i > 1) {
                line.fields.emplace_back(word.substr(0, equals), word.substr(equals + 1));
            } else {
                line.what.push_back(word);
            }
        }
        for (++i; i < words.size() && words[i] != ";" && words[i] != "mail"; ++i)
            line.result.push_back(filled(words[i]));
        const auto mail = std::find(words.begin(), words.end(), "mail");
        if (mail == words.end()) return line;
        line.mail.emplace(mail + 1, words.end());
        if (line.mail == Words{"nobody"}) line.mail->clear();
        std::sort(line.mail->begin(), line.mail->end());
        return line;
    }

    void find(const Line& line) {
        const auto found = rows(app_, line.what.at(3), line.fields);
        ASSERT_EQ(found.count(), 1) << line.what.at(3);
        names_[line.what.at(1)] = found.value("id");
    }

    Browser browser_of(const std::string& person) {
        return app_.browser(person == "public" ? "" : person);
    }

    void open(const Line& line) {
        auto browser = browser_of(line.by);
        const auto page = browser.get(line.what.at(1));
        if (line.result.at(0) == "hidden") {
            EXPECT_NE(page.status, 200);
            EXPECT_LT(page.status, 500);
            return;
        }
        EXPECT_EQ(page.status, 200);
        const auto& kind = line.result.at(0);
        if (kind == "says") {
            expect_values(page, line.result);
        } else if (kind == "offers" || kind == "withholds") {
            for (std::size_t i = 1; i < line.result.size(); ++i)
                EXPECT_EQ(page.leads_to(line.result[i]), kind == "offers") << line.result[i];
        } else {
            expect_texts(page, line.result);
        }
    }

    static void expect_values(const Page& page, const Words& result) {
        const auto json = boost::json::parse(page.body).as_object();
        for (std::size_t i = 1; i < result.size(); ++i) {
            const auto equals = result[i].find('=');
            EXPECT_EQ(json.at(result[i].substr(0, equals)).as_string(),
                      result[i].substr(equals + 1));
        }
    }

    static void expect_texts(const Page& page, const Words& result) {
        ASSERT_TRUE(result.at(0) == "shows" || result.at(0) == "hides" || result.at(0) == "refused")
            << result.at(0);
        const bool hides = result.at(0) == "hides";
        for (const auto& word : result) {
            if (!word.starts_with('"')) continue;
            EXPECT_EQ(page.has(word.substr(1)), !hides) << word << "\n" << page.body;
        }
    }

    void send(Line line, bool denied) {
        const auto last_mail = newest_mail(app_);
        const auto form = line.what.at(1);
        auto browser = browser_of(line.by);
        browser.get(line.on);
        split_dates(browser.page(), line.fields);
        const bool offered = browser.page().offers(form);
        Page page;
        if (offered) {
            page = line.what.at(0) == "upload"
                       ? browser.submit_file(form, "paper", "protocol.pdf", sample(), line.fields)
                       : browser.submit(form, line.fields);
        } else {
            ASSERT_TRUE(denied) << "no form to " << form << " on " << line.on << "\n"
                                << browser.page().body;
            // Any page of the person has a token for a form that nobody showed them.
            if (browser.token_on_page().empty()) browser.get("/home");
            page = browser.post_raw(form, line.fields, browser.token_on_page());
        }
        if (denied) {
            EXPECT_GE(page.status, 400);
        } else {
            EXPECT_EQ(page.status, 200) << page.body;
        }
        if (!line.result.empty()) expect_texts(page, line.result);
        if (!line.mail) return;
        EXPECT_EQ(split(recipients(app_, "", {{"id >", last_mail}})), *line.mail);
    }

    static std::string sample() {
        return templates::sample_paper({.title = "Sample", .author = "Officer", .pages = 1});
    }

    static void split_dates(const Page& page, Fields& fields) {
        Fields more;
        for (const auto& [name, value] : fields) {
            if (value.size() != 10 || value[4] != '-' || value[7] != '-') continue;
            if (!page.has("name=\"" + name + "-day\"")) continue;
            more.insert(more.end(), {{name + "-day", value.substr(8)},
                                     {name + "-month", value.substr(5, 2)},
                                     {name + "-year", value.substr(0, 4)}});
        }
        fields.insert(fields.end(), more.begin(), more.end());
    }

    void take_link(const std::string& person) {
        names_["link"] = link_in_letter(app_, {{"person", person}});
    }

    TestApp& app_;
    std::map<std::string, std::string> names_;
};

}  // namespace tests
