#include "server/consultation/answer_queries.hpp"

#include <boost/json.hpp>

#include "server/consultation/words.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::consultation {
namespace {

using workflows::StopState;

bool written(StopState outcome) {
    return outcome == StopState::assented || outcome == StopState::not_assented ||
           outcome == StopState::informed;
}

using workflows::text::capitalised;

std::string open_boards(const circulation::CirculationStatus& status) {
    std::string words;
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const auto& row = status.rows[i];
        if (workflows::is_settled(row.state)) continue;
        words += (words.empty() ? "" : "; ") + row.board_name + " (" +
                 std::string(workflows::to_words(row.state)) + ")";
    }
    return words;
}

CertificateLine line_of(const db::StopRow& row) {
    return {row.board,
            row.board_name,
            row.planned,
            row.version_issued,
            workflows::text::capitalised(workflows::to_words(row.state)),
            row.comments,
            {}};
}

CertificateLine line_of(const db::StopAnswer& answer) {
    return {answer.board,
            answer.board_name,
            answer.day,
            answer.version_label,
            workflows::text::capitalised(workflows::to_words(answer.outcome)),
            answer.comments,
            {}};
}

void add_lines(std::vector<CertificateLine>& lines, const circulation::CirculationStatus& status,
               const db::StopRow& row) {
    if (row.state == StopState::withdrawn) {
        lines.push_back({row.board, row.board_name, {}, "", words::withdrawn, row.comments, {}});
        return;
    }
    const db::StopAnswer* last = nullptr;
    const db::StopAnswer* agreed = nullptr;  // before the last one
    for (const auto& answer : status.answers) {
        if (answer.stop != row.id || !answer.standing) continue;
        if (last != nullptr && last->outcome != StopState::informed) agreed = last;
        last = &answer;
    }
    if (last == nullptr) {
        lines.push_back(line_of(row));
        return;
    }
    if (last->outcome == StopState::informed && agreed != nullptr)
        lines.push_back(line_of(*agreed));
    lines.push_back(line_of(*last));
    if (last->outcome == StopState::informed) lines.back().outcome = words::informed;
}

}  // namespace

std::vector<AnswerLine> answer_lines(const circulation::CirculationStatus& status) {
    std::vector<AnswerLine> lines;
    for (const auto& row : status.rows) {
        for (const auto& answer : status.answers) {
            if (answer.stop == row.id)
                lines.push_back({answer, answer.board, answer.board_name, written(answer.outcome)});
        }
    }
    return lines;
}

std::string outcome_words(const AnswerLine& line) {
    if (line.answer.outcome == StopState::informed) return words::informed;
    return workflows::text::capitalised(workflows::to_words(line.answer.outcome));
}

std::string answers_csv(const std::vector<AnswerLine>& lines) {
    auto text = workflows::text::csv_line(
        {"board", "date", "version", "outcome", "in_writing", "comments", "reply", "standing"});
    for (const auto& line : lines)
        text += workflows::text::csv_line(
            {line.board, line.answer.day.key(), line.answer.version_label,
             workflows::to_text(line.answer.outcome), line.in_writing ? "yes" : "no",
             line.answer.comments, line.answer.reply, line.answer.standing ? "yes" : "no"});
    return text;
}

std::string answers_json(const circulation::CirculationStatus& status,
                         const std::vector<AnswerLine>& lines) {
    boost::json::array list;
    for (const auto& line : lines)
        list.push_back(boost::json::object{{"board", line.board},
                                           {"date", line.answer.day.key()},
                                           {"version", line.answer.version_label},
                                           {"outcome", workflows::to_text(line.answer.outcome)},
                                           {"in_writing", line.in_writing},
                                           {"comments", line.answer.comments},
                                           {"reply", line.answer.reply},
                                           {"standing", line.answer.standing}});
    return boost::json::serialize(boost::json::object{{"circulation", status.circulation.id},
                                                      {"document", status.circulation.document},
                                                      {"answers", list}});
}

Result<std::vector<CertificateLine>> certificate_lines(
    const circulation::CirculationStatus& status) {
    if (!status.complete()) {
        const auto open = open_boards(status);
        return workflows::refused(open.empty() ? words::nothing_to_certify
                                               : words::certificate_waits_for(open));
    }
    std::vector<CertificateLine> lines;
    for (const auto& row : status.rows)
        add_lines(lines, status, row);
    for (auto& line : lines)
        if (const auto* seen = workflows::find_version(status.versions, line.version_label))
            line.sha256 = seen->file.sha256;
    return lines;
}

}  // namespace server::consultation
