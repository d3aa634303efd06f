// Every bound of the HTTP side and why it has that size; no queue, body or list is without one.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace server::base::limits {

// --- the head of a request ---------------------------------------------------------------------

/// Request line and fields together. The largest cookies and referrers we know of fit four times.
inline constexpr std::size_t head_bytes_max = 16 * 1024;

/// Fields in one head. Browsers behind two proxies send about 30; each field costs an allocation.
inline constexpr std::size_t head_fields_max = 64;

/// Path and query. Our longest own address (a search with every filter) has under 400 bytes.
inline constexpr std::size_t target_bytes_max = 2048;

/// Names and values in one query or urlencoded form: a board's whole membership form has about 300.
inline constexpr std::size_t form_fields_max = 1000;

// --- the body of a request ---------------------------------------------------------------------

/// A body kept in memory. The longest text a form takes is a draft minute of some 200 KiB; with
/// `requests_waiting_max` of them at once the process stays small.
inline constexpr std::uint64_t body_bytes_max = 1024 * 1024;

/// A multipart body, written to disk as it arrives. Scanned reports reach 40 MiB; configurable.
inline constexpr std::uint64_t upload_bytes_max = 64ULL * 1024 * 1024;

/// Bodies being spooled at once: eight times the largest is what the spool directory may grow by.
inline constexpr int uploads_at_once_max = 8;

/// Of these from one client address (IPv6: one /64): an office shares one, and one slow or hostile
/// client leaves room for others.
inline constexpr int uploads_per_address_max = 3;

/// One step of spooling or of sending a file: large enough to make the hop to a worker cheap, small
/// enough that a hundred slow clients cost some 25 MiB.
inline constexpr std::size_t transfer_chunk_bytes = 256 * 1024;

/// Parts of a multipart body, text and files together.
inline constexpr std::size_t multipart_parts_max = 200;

/// Files in one form: the papers of one agenda item, sent together.
inline constexpr std::size_t multipart_files_max = 50;

/// The fields of one part; browsers send two lines of some 200 bytes.
inline constexpr std::size_t multipart_head_bytes_max = 8 * 1024;

/// All text fields of a multipart body together: the same as a form without files.
inline constexpr std::size_t multipart_text_bytes_max = 1024 * 1024;

/// RFC 2046, 5.1.1: a boundary has at most 70 characters.
inline constexpr std::size_t multipart_boundary_bytes_max = 70;

/// A file name as we keep it; file systems take 255 bytes and we add a suffix.
inline constexpr std::size_t file_name_bytes_max = 200;

// --- connections -------------------------------------------------------------------------------

/// Connections held at once, also where more descriptors could be had: at some 10 KiB each they
/// cost 100 MiB. Above it new ones wait in the kernel's queue.
inline constexpr std::size_t connections_max = 10'000;

/// Descriptors kept back for the database, files and mail when connections use up the rest.
inline constexpr std::size_t descriptors_reserved = 32;

/// Connections from one address (IPv6: one /64). An office behind one address opens six for each
/// person's browser and closes them soon after.
inline constexpr std::size_t connections_per_address_max = 64;

/// Requests given to workers and not answered yet. Four workers at 10 ms each clear it in 160 ms;
/// longer queues only make answers late.
inline constexpr int requests_waiting_max = 64;

/// What a client that was refused for load is asked to wait.
inline constexpr std::chrono::seconds retry_after{2};

/// What is read and thrown away after a refusal, so that the client reads our answer before the
/// kernel resets the connection over unread bytes.
inline constexpr std::size_t linger_bytes_max = 1024 * 1024;

// --- durations (a NetConfig may shorten them for tests) ----------------------------------------

/// From the first byte of a head to its last; also how long a new connection may say nothing.
inline constexpr std::chrono::milliseconds head_time_max{10'000};

/// Between two requests of one connection.
inline constexpr std::chrono::milliseconds idle_time_max{30'000};

/// Between two pieces of a body.
inline constexpr std::chrono::milliseconds body_time_max{30'000};

/// A body may take this long plus one second for each `body_bytes_per_second_min` bytes, which also
/// bounds it as a whole: 42 s for the largest form, 34 minutes for 64 MiB. The slowest lines sold
/// send four times as fast.
inline constexpr std::chrono::milliseconds body_grace{10'000};
inline constexpr std::uint64_t body_bytes_per_second_min = 32 * 1024;

/// For each piece of an answer (`transfer_chunk_bytes`).
inline constexpr std::chrono::milliseconds write_time_max{60'000};

/// Reading on after a refusal.
inline constexpr std::chrono::milliseconds linger_time_max{1'000};

/// From the request to stop until connections are cut.
inline constexpr std::chrono::milliseconds drain_time_max{10'000};

/// Between two attempts to accept when the system is out of descriptors.
inline constexpr std::chrono::milliseconds accept_pause{100};

// --- memory of the server ------------------------------------------------------------------------

/// Kept pages and bodies: some 4,000 agenda pages of 8 KiB.
inline constexpr std::size_t page_cache_bytes_max = 32 * 1024 * 1024;

/// Papers and packs whose bytes were checked: some 5 MiB.
inline constexpr std::size_t verified_files_max = 20'000;

/// Sessions whose last use is kept in memory; the access log has the rest.
inline constexpr std::size_t sessions_remembered_max = 50'000;

/// A session's use is noted once in this time; idle limits are hours.
inline constexpr std::chrono::seconds session_use_granularity{60};

/// What a command over the control socket may send or get back: a long list as JSON.
inline constexpr std::size_t control_bytes_max = 64 * 1024 * 1024;

// --- mail and jobs -------------------------------------------------------------------------------

/// Reminders sent in one transaction: some 100 ms of writing, then others may write.
inline constexpr int reminders_per_tick_max = 200;

/// Rows of one page of the mail queue.
inline constexpr int mail_rows_max = 100;

/// A pack that is sent with its letter; larger ones are a link. Many mailboxes refuse 10 MB, and
/// base64 adds a third.
inline constexpr std::size_t attached_pack_bytes_max = 5 * 1024 * 1024;

// --- sign-in -------------------------------------------------------------------------------------

inline constexpr std::chrono::minutes sign_in_code_life{15};
inline constexpr std::chrono::minutes sign_in_link_life{15};

/// Wrong codes before a new one must be asked for: one guess in 200,000 succeeds.
inline constexpr int sign_in_tries_max = 5;

/// Codes in `sign_in_window`. Chairs' addresses are public: what one client may ask for one address
/// is counted apart, so that a stranger's tries do not lock the chair out. The others bound the
/// mail to one mailbox, what one office or attacker may ask, and the table.
inline constexpr int sign_in_codes_max = 5;
inline constexpr int sign_in_codes_email_max = 30;
inline constexpr int sign_in_codes_client_max = 20;
inline constexpr int sign_in_codes_all_max = 3000;
inline constexpr std::chrono::minutes sign_in_window{15};

/// Wrong codes for one address in `sign_in_wrong_window`, by anybody: with more, no code is taken
/// for it, and guessing from many networks succeeds once in 20,000 days.
inline constexpr int sign_in_wrong_max = 50;
inline constexpr std::chrono::hours sign_in_wrong_window{24};

/// Codes that were used are kept longer than any session lasts: those who signed in from a network
/// may do so again there, while strangers guess. Others only serve the counts of a day.
inline constexpr std::chrono::hours sign_in_codes_kept{45 * 24};
inline constexpr std::chrono::hours sign_in_codes_unused_kept{7 * 24};

inline constexpr std::chrono::hours staff_session_idle_max{8};
inline constexpr std::chrono::hours staff_session_life_max{12};
inline constexpr std::chrono::hours member_session_life_max{30 * 24};

/// How long the browser keeps the cookie of a session that ended: a form sent by then is told "You
/// were signed out" and gets its text back.
inline constexpr std::chrono::hours session_cookie_after_end{7 * 24};

}  // namespace server::base::limits
