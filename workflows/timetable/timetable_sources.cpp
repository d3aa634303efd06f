#include "workflows/timetable/timetable_sources.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"
#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

std::vector<Contradiction> make_contradictions() {
    return {
        {"csa-approval",
         timetable::words::csa,
         timetable::words::csa_approval,
         {{"2.14", timetable::words::csa_2_14}, {"Appendix B", timetable::words::csa_appendix_b}}},
        {"osab-report-boards",
         "OSAB Annual Report",
         timetable::words::osab_boards,
         {{"Appendix A", timetable::words::osab_appendix_a},
          {"Appendix B", timetable::words::osab_appendix_b},
          {"Update of 2018", timetable::words::osab_update}}},
        {"jsna-boards",
         timetable::words::jsna,
         timetable::words::both_assessments,
         {{"4.8", timetable::words::both_4_8}, {"Appendix B", timetable::words::jsna_appendix_b}}},
        {"sia-boards",
         "Strategic Intelligence Assessment",
         timetable::words::both_assessments,
         {{"4.8", timetable::words::both_4_8}, {"Appendix B", timetable::words::sia_appendix_b}}},
    };
}

Result<void> check_length(const std::string& text, const char* field, const char* what,
                          std::size_t characters_max) {
    if (text::is_blank(text)) return invalid(field, timetable::words::enter(what));
    if (text::characters(text) > characters_max)
        return invalid(field, timetable::words::too_long(characters_max));
    return {};
}

}  // namespace

std::span<const Contradiction> protocol_contradictions() {
    static const std::vector<Contradiction> all = make_contradictions();
    return all;
}

std::span<const ReportOrder> protocol_orders() {
    static const std::vector<ReportOrder> all = {
        {timetable::words::children_plan, "CT", "HWB", "protocol 4.4 and appendix B"}};
    return all;
}

Result<void> check_contradiction(const Contradiction& contradiction) {
    if (text::is_blank(contradiction.report))
        return invalid("report", timetable::words::select_report);
    if (auto good = check_length(contradiction.words, "words", "what is inconsistent",
                                 comment_characters_max);
        !good)
        return good;
    if (contradiction.sources.size() < 2) return invalid("clause", timetable::words::two_sources);
    if (contradiction.sources.size() > contradiction_sources_max)
        return invalid("clause", timetable::words::six_sources);
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
