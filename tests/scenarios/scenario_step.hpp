// One line of a scenario, read: what is done, by whom, and what it comes to.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace tests {

using Words = std::vector<std::string>;

// Words, and quoted texts with their opening quote.
inline Words split(const std::string& line) {
    Words words;
    for (std::size_t at = line.find_first_not_of(' '); at < line.size();
         at = line.find_first_not_of(' ', at)) {
        const bool quoted = line[at] == '"';
        const auto end = std::min(line.find(quoted ? '"' : ' ', at + 1), line.size());
        words.push_back(line.substr(at, end - at));
        at = end + (quoted ? 1U : 0U);
    }
    return words;
}

struct Step {
    Words what;                               // "ask" "OSCB" "HWB" "agenda_item"
    std::map<std::string, std::string> with;  // by, meeting, offering, consider-by, …
    std::string text;                         // the first quoted text
    std::string state, refusal;               // what it comes to: one of the two
    Words mail;                               // posts that get a letter, sorted
};

inline Step read_step(const Words& words) {
    static const Words options{"by", "meeting", "offering", "consider-by", "answer-by", "version"};
    Step step;
    std::size_t i = 0;
    for (; i < words.size() && words[i] != "=>"; ++i) {
        const bool option = std::find(options.begin(), options.end(), words[i]) != options.end();
        if (option) {
            step.with[words[i]] = words[i + 1];
            ++i;
        } else if (words[i].front() == '"') {
            step.text = words[i].substr(1);
        } else if (words[i] != "->") {
            step.what.push_back(words[i]);
        }
    }
    if (i + 1 >= words.size()) return step;
    (words[i + 1] == "refused" ? step.refusal : step.state) = words[i + 1];
    if (!step.refusal.empty()) step.refusal = words[i + 2].substr(1);
    if (step.state.ends_with(';')) step.state.pop_back();
    const auto mail = std::find(words.begin(), words.end(), "mail");
    if (mail != words.end()) step.mail.assign(mail + 1, words.end());
    std::sort(step.mail.begin(), step.mail.end());
    return step;
}

}  // namespace tests
