#include "db/import/report.hpp"

#include "db/import/words.hpp"

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
        lines.push_back(import_words::counts(name.words, count.added, count.unchanged, count.kept));
    }
    if (kept > 0) lines.push_back(import_words::only_adds);
    return lines;
}

}  // namespace db
