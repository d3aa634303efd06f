// What the leak checker must overlook in this program: memory of a library that lives as long as
// the process. Papers for these tests are drawn here; the server draws packs only in its
// subprocess, and reports of its own in itself.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
