#include "db/holidays.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

constexpr Sql list_all{"extra_holiday.list", "SELECT day, reason FROM extra_holiday ORDER BY day"};
constexpr Sql save{"extra_holiday.save", R"(
    INSERT INTO extra_holiday(day, reason) VALUES (:day, :reason)
    ON CONFLICT (day) DO UPDATE SET reason = excluded.reason)"};
constexpr Sql remove{"extra_holiday.remove", "DELETE FROM extra_holiday WHERE day = :day"};

}  // namespace

std::vector<workflows::AddedHoliday> list_extra_holidays(ReadTx& tx) {
    std::vector<workflows::AddedHoliday> days;
    each<std::string, std::string>(tx.session(), list_all,
                                   [&](const std::string& day, const std::string& reason) {
                                       days.push_back({*workflows::parse_day(day), reason});
                                   });
    return days;
}

void save_extra_holiday(WriteTx& tx, const workflows::AddedHoliday& holiday) {
    run(tx.session(), save, workflows::iso(holiday.day), holiday.reason);
    tx.touch("everything");
}

void remove_extra_holiday(WriteTx& tx, workflows::Day day) {
    run(tx.session(), remove, workflows::iso(day));
    tx.touch("everything");
}

std::vector<const Sql*> holiday_statements() {
    return {&list_all, &save, &remove};
}

}  // namespace db
