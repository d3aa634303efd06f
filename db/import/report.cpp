#include "db/import/report.hpp"

namespace db {

std::string ImportProblem::text() const {
    std::string text = file;
    if (line > 0) text += ":" + std::to_string(line) + ":" + std::to_string(column);
    text += ": ";
    if (!field.empty()) text += field + ": ";
    text += message;
    if (!remedy.empty()) text += " " + remedy;
    return text;
}

int ImportReport::added() const {
    int sum = 0;
    for (const auto& count : counts)
        sum += count.added;
    return sum;
}

std::vector<std::string> ImportReport::lines() const {
    std::vector<std::string> lines;
    int kept = 0;
    for (const auto& name : workflows::names<ImportKind>) {
        const auto& count = of(name.value);
        kept += count.kept;
        if (count.added + count.unchanged + count.kept == 0) continue;
        lines.push_back(std::string(name.words) + ": " + std::to_string(count.added) + " added, " +
                        std::to_string(count.unchanged) + " unchanged, " +
                        std::to_string(count.kept) + " kept as edited here");
    }
    if (kept > 0)
        lines.push_back(
            "An import only adds what is missing. Rows that differ from what is here were left as "
            "they are here; change those on their pages.");
    return lines;
}

}  // namespace db
