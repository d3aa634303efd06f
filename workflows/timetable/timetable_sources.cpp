#include "workflows/timetable/timetable_sources.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

std::vector<Contradiction> make_contradictions() {
    return {
        {"csa-approval",
         "OxSCP Community Safety Agreement",
         "The community safety partnerships approve the agreement by one clause and are only "
         "informed of it by another.",
         {{"2.14",
           "Each community safety partnership approves it, and the partnership’s board "
           "reviews it before it is final."},
          {"Appendix B", "The community safety partnerships are informed in spring."}}},
        {"osab-report-boards",
         "OSAB Annual Report",
         "The sources name different boards for the report.",
         {{"Appendix A", "It goes to the Health and Wellbeing Board."},
          {"Appendix B",
           "It goes to the Health and Wellbeing Board and to the Safer Communities Partnership."},
          {"Update of 2018",
           "It also goes to Performance Scrutiny, Cabinet and a briefing of all councillors."}}},
        {"jsna-boards",
         "Joint Strategic Needs Assessment",
         "One clause brings both assessments to all boards, the timetable each to some.",
         {{"4.8",
           "The needs assessment and the strategic intelligence assessment go to the boards "
           "and partnerships."},
          {"Appendix B",
           "The needs assessment does not go to the community safety "
           "partnerships."}}},
        {"sia-boards",
         "Strategic Intelligence Assessment",
         "One clause brings both assessments to all boards, the timetable each to some.",
         {{"4.8",
           "The needs assessment and the strategic intelligence assessment go to the boards "
           "and partnerships."},
          {"Appendix B",
           "The strategic intelligence assessment goes to the Safer Communities "
           "Partnership and the community safety partnerships alone."}}},
    };
}

Result<void> check_length(const std::string& text, const char* field, const char* what,
                          std::size_t characters_max) {
    if (text::is_blank(text)) return invalid(field, std::string("Enter ") + what + ".");
    if (text::characters(text) > characters_max)
        return invalid(
            field, "Shorten this to " + std::to_string(characters_max) + " characters or fewer.");
    return {};
}

}  // namespace

std::span<const Contradiction> protocol_contradictions() {
    static const std::vector<Contradiction> all = make_contradictions();
    return all;
}

std::span<const ReportOrder> protocol_orders() {
    static const std::vector<ReportOrder> all = {
        {"Children and Young People's Plan", "CT", "HWB", "protocol 4.4 and appendix B"}};
    return all;
}

Result<void> check_contradiction(const Contradiction& contradiction) {
    if (text::is_blank(contradiction.report)) return invalid("report", "Choose a report.");
    if (auto good = check_length(contradiction.words, "words", "what contradicts what",
                                 comment_characters_max);
        !good)
        return good;
    if (contradiction.sources.size() < 2)
        return invalid("clause", "Name two sources that contradict each other.");
    if (contradiction.sources.size() > contradiction_sources_max)
        return invalid("clause", "Name 6 sources or fewer.");
    for (const SourceClause& source : contradiction.sources) {
        if (auto good = check_length(source.clause, "clause", "the clause", title_characters_max);
            !good)
            return good;
        if (auto good =
                check_length(source.says, "says", "what the clause says", comment_characters_max);
            !good)
            return good;
    }
    return {};
}

}  // namespace workflows
