#include "whofunds/text/archive.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <streambuf>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include "whofunds/text/encoding.hpp"
#include "whofunds/text/head_buffer.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

constexpr std::size_t kArchiveStep = 64U * 1024;
/// Of a part of a Word document. Its marks take more room than its text.
constexpr std::size_t kLargestPart = 64U * 1024 * 1024;

/// While it lives, this thread's locale is one of UTF-8, whatever that of the process: libarchive gives names
/// in the encoding of the locale, and no name where it has no place for one.
class Utf8Locale {
 public:
  Utf8Locale() : before_(uselocale(utf8())) {}
  ~Utf8Locale() { uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  /// Null, which changes nothing, where the system has none.
  static locale_t utf8() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

/// An archive of libarchive over a stream.
class Opened {
 public:
  Opened(std::istream& input, std::string_view source, Unpacking& unpacking)
      : input_(input),
        source_(source),
        unpacking_(unpacking),
        bytes_(kArchiveStep),
        archive_(archive_read_new()) {
    archive_read_support_filter_gzip(archive_.get());
    archive_read_support_filter_zstd(archive_.get());
    archive_read_support_filter_xz(archive_.get());
    archive_read_support_filter_bzip2(archive_.get());
    archive_read_support_format_zip_streamable(archive_.get());
    archive_read_support_format_tar(archive_.get());
    archive_read_support_format_raw(archive_.get());
    const int status = archive_read_open(archive_.get(), this, nullptr, &Opened::give_bytes, nullptr);
    if (status != ARCHIVE_OK) fail(status);
  }

  /// The next file, null at the end.
  archive_entry* next() {
    archive_entry* entry = nullptr;
    if (broken_) return nullptr;  // which was said when it broke
    const Utf8Locale names_in_utf8;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) return nullptr;
    if (status < ARCHIVE_WARN) fail(status);
    ++unpacking_.files;
    if (unpacking_.files > kMostFiles)
      throw InputError(source_, fmt::format("it has more than {} files", kMostFiles), "unpack it");
    return entry;
  }

  bool is_only_compressed() const { return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW; }

  /// So many bytes of the file, none at its end.
  std::size_t read(char* bytes, std::size_t most) {
    const la_ssize_t got = archive_read_data(archive_.get(), bytes, most);
    if (got < 0) fail(static_cast<int>(got));
    unpacking_.unpacked += static_cast<std::size_t>(got);
    const bool expands =
        unpacking_.unpacked > kUnpackedFreely && unpacking_.unpacked / kMostExpansion > unpacking_.packed;
    if (expands) {
      broken_ = true;
      throw InputError(source_, fmt::format("it unpacks to more than {} times its size", kMostExpansion),
                       "unpack it, if you trust it");
    }
    return static_cast<std::size_t>(got);
  }

 private:
  struct Close {
    void operator()(::archive* opened) const { archive_read_free(opened); }
  };

  /// Gives libarchive its bytes. Nothing may be thrown through it.
  static la_ssize_t give_bytes(::archive* archive, void* self, const void** bytes) {
    auto& opened = *static_cast<Opened*>(self);
    try {
      const std::streamsize got = opened.input_.rdbuf()->sgetn(
          opened.bytes_.data(), static_cast<std::streamsize>(opened.bytes_.size()));
      if (opened.unpacking_.depth == 1) opened.unpacking_.packed += static_cast<std::size_t>(got);
      *bytes = opened.bytes_.data();
      return got;
    } catch (...) {
      opened.thrown_ = std::current_exception();
      archive_set_error(archive, -1, "reading failed");
      return ARCHIVE_FATAL;
    }
  }

  [[noreturn]] void fail(int status) {
    broken_ = broken_ || status == ARCHIVE_FATAL;
    if (thrown_) std::rethrow_exception(thrown_);
    const char* const reason = archive_error_string(archive_.get());
    throw InputError(source_,
                     fmt::format("the archive is damaged: {}", reason == nullptr ? "it ends early" : reason),
                     "pack it anew");
  }

  std::istream& input_;
  std::string source_;
  Unpacking& unpacking_;
  std::vector<char> bytes_;
  std::exception_ptr thrown_;
  bool broken_ = false;  // there is no reading on
  std::unique_ptr<::archive, Close> archive_;
};

/// The bytes of the file that the archive stands at.
class FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(Opened& opened) : opened_(opened), bytes_(kArchiveStep) {}

 protected:
  int_type underflow() override {
    const std::size_t got = opened_.read(bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
    return got == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
  }

 private:
  Opened& opened_;
  std::vector<char> bytes_;
};

/// The path of a file in an archive, of which it is the `number`th. Bytes that are no UTF-8 are taken for
/// IBM866. A name that libarchive could not read whole has its number behind it: two files never have one
/// name because both are unreadable.
std::string name_of(archive_entry* entry, std::size_t number) {
  constexpr std::string_view kUnreadable = "\uFFFD";
  const char* const bytes = archive_entry_pathname(entry);
  std::string name(bytes == nullptr ? kUnreadable : bytes);
  if (!text_fault(name).empty()) name = decode_ibm866(name);
  return name.find(kUnreadable) == std::string::npos ? name : fmt::format("{}#{}", name, number);
}

/// Whether a path, followed, would lead to a place outside of the archive.
bool leads_out(std::string_view path) {
  if (path.starts_with('/') || path.starts_with('\\') || (path.size() > 1 && path[1] == ':')) return true;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.size(), path.find_first_of("/\\", begin));
    if (path.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

/// Hidden files, and what systems put into archives for themselves.
bool is_passed_over(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return file.starts_with('.') || path.starts_with("__MACOSX/");
}

/// Files that stand at the beginning of every file of Office, and of no other archive.
bool is_office_part(std::string_view path) {
  return path == "[Content_Types].xml" || path == "_rels/.rels" || path.starts_with("docProps/") ||
         path.starts_with("word/");
}

std::string part_of(std::istream& file, std::string_view where) {
  std::string part = read_bytes(file, kLargestPart);
  if (part.size() > kLargestPart) {
    throw InputError(where, fmt::format("its text takes more than {} MB", kLargestPart / (1024 * 1024)),
                     "split it");
  }
  return part;
}

void check_encryption(archive_entry* entry, std::string_view where) {
  if (archive_entry_is_encrypted(entry) != 0)
    throw InputError(where, "it needs a password", "pack it without one");
}

/// Goes through the files of one archive.
class Visit {
 public:
  Visit(std::istream& input, std::string_view source, Unpacking& unpacking, const ArchiveHandler& handler)
      : source_(source), handler_(handler), opened_(input, source, unpacking) {}

  void run() {
    for (archive_entry* entry = opened_.next(); entry != nullptr; entry = opened_.next()) {
      const std::string path = name_of(entry, ++number_);
      if (first_) office_ = !opened_.is_only_compressed() && is_office_part(path);
      if (first_ && path == "mimetype")
        throw InputError(source_, "it is an OpenDocument or EPUB file", "save it as .docx");
      first_ = false;
      office_ ? take_part(entry, path) : take_file(entry, path);
    }
    // Zeros alone, which a lost file leaves behind, are to libarchive an archive of nothing.
    if (number_ == 0) throw InputError(source_, "there is nothing in it");
    if (office_) handler_.on_docx(std::move(parts_));
  }

 private:
  void take_part(archive_entry* entry, std::string_view path) {
    if (path != "word/document.xml" && path != "docProps/core.xml") return;
    check_encryption(entry, source_);
    FileBuffer buffer(opened_);
    std::istream file(&buffer);
    (path == "word/document.xml" ? parts_.text : parts_.properties) = part_of(file, source_);
  }

  void take_file(archive_entry* entry, const std::string& path) {
    const auto type = archive_entry_filetype(entry);
    const bool only_compressed = opened_.is_only_compressed();
    const bool outside = !only_compressed && leads_out(path);
    if (!only_compressed && !outside && (path.ends_with('/') || is_passed_over(path))) return;
    if (type != AE_IFREG && type != 0) return;
    const std::string where = only_compressed ? source_ : source_ + "/" + path;
    try {
      if (outside) throw InputError(where, "its path leads out of the archive", "pack it anew");
      check_encryption(entry, where);
    } catch (const InputError& fault) {
      return handler_.on_fault(fault);
    }
    FileBuffer buffer(opened_);
    std::istream file(&buffer);
    handler_.on_file(where, file);
  }

  std::string source_;
  const ArchiveHandler& handler_;
  Opened opened_;
  DocxParts parts_;
  std::size_t number_ = 0;  // of the file that is being read, from 1
  bool first_ = true;
  bool office_ = false;
};

}  // namespace

void unpack(std::istream& input, std::string_view source, Unpacking& unpacking,
            const ArchiveHandler& handler) {
  if (unpacking.depth >= kDeepestArchive) {
    throw InputError(source,
                     fmt::format("archives stand in one another deeper than {} levels", kDeepestArchive),
                     "unpack it");
  }
  ++unpacking.depth;
  try {
    Visit(input, source, unpacking, handler).run();
  } catch (...) {
    --unpacking.depth;
    throw;
  }
  --unpacking.depth;
}

}  // namespace whofunds::text
