#include "db/holidays.hpp"

#include "db/statement.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(AddedHoliday, (), (day, reason))
}  // namespace workflows

namespace db {
namespace {

constexpr Query<workflows::AddedHoliday> list_all{
    "extra_holiday.list", "SELECT {columns} FROM extra_holiday ORDER BY day"};
constexpr Sql save{"extra_holiday.save", R"(
    INSERT INTO extra_holiday(day, reason) VALUES (:day, :reason)
    ON CONFLICT (day) DO UPDATE SET reason = excluded.reason)"};
constexpr Sql remove{"extra_holiday.remove", "DELETE FROM extra_holiday WHERE day = :day"};

}  // namespace

std::vector<workflows::AddedHoliday> list_extra_holidays(ReadTx& tx) {
    return select(tx.session(), list_all);
}

void save_extra_holiday(WriteTx& tx, const workflows::AddedHoliday& holiday) {
    run(tx.session(), save, fields_of(holiday));
    tx.touch("everything");
}

void remove_extra_holiday(WriteTx& tx, workflows::Day day) {
    run(tx.session(), remove, {{"day", day}});
    tx.touch("everything");
}

std::vector<const Sql*> holiday_statements() {
    return {&list_all, &save, &remove};
}

}  // namespace db
