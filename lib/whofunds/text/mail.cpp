#include "whofunds/text/mail.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

#include <fmt/format.h>
#include <gmime/gmime.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/dates.hpp"
#include "whofunds/text/encoding.hpp"
#include "whofunds/text/html.hpp"
#include "whofunds/text/html_tree.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class Type>
using Owned = std::unique_ptr<Type, Unref>;

std::string declared_charset(GMimeObject* part) {
  const char* const charset = g_mime_object_get_content_type_parameter(part, "charset");
  return charset == nullptr ? std::string() : std::string(charset);
}

/// The bytes of a part, its transfer encoding undone.
std::string bytes_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype) != 0;
}

bool is_attachment(GMimeObject* part) {
  const char* const disposition = g_mime_object_get_disposition(part);
  return disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

std::string text_of(GMimeObject* part, std::string_view source, int depth);

std::string text_of_leaf(GMimeObject* part, std::string_view source) {
  if (is_attachment(part) || !is_type(part, "text", "*")) return {};
  std::string text = decode_text(bytes_of(GMIME_PART(part)), source, declared_charset(part));
  return is_type(part, "text", "html") ? text_of_html(text, source) : text;
}

/// Of alternatives the first that has a text, plain text before HTML; of other parts all.
std::string text_of_parts(GMimeMultipart* parts, std::string_view source, int depth) {
  const bool alternatives = is_type(GMIME_OBJECT(parts), "multipart", "alternative");
  const int count = g_mime_multipart_get_count(parts);
  std::string all;
  for (const bool html : {false, true}) {
    for (int i = 0; i < count; ++i) {
      GMimeObject* const part = g_mime_multipart_get_part(parts, i);
      if (alternatives && html != (is_type(part, "text", "html") != 0)) continue;
      std::string text = text_of(part, source, depth + 1);
      if (is_blank(text)) continue;
      if (alternatives) return text;
      all.append(all.empty() ? "" : "\n\n").append(text);
    }
    if (!alternatives) break;
  }
  return all;
}

std::string text_of(GMimeObject* part, std::string_view source, int depth) {
  if (depth > kDeepestPart) {
    throw InputError(source, fmt::format("its parts are nested deeper than {} levels", kDeepestPart),
                     "it is no message that people write");
  }
  if (GMIME_IS_MULTIPART(part)) return text_of_parts(GMIME_MULTIPART(part), source, depth);
  if (GMIME_IS_MESSAGE_PART(part)) {
    GMimeMessage* const inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    GMimeObject* const body = inner == nullptr ? nullptr : g_mime_message_get_mime_part(inner);
    return body == nullptr ? std::string() : text_of(body, source, depth + 1);
  }
  return GMIME_IS_PART(part) ? text_of_leaf(part, source) : std::string();
}

Owned<GMimeMessage> parse(std::string_view bytes) {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  if (bytes.starts_with("From ")) g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// The subject in UTF-8, however badly it was written; "" where it is beyond reading.
std::string subject_of(GMimeMessage* message, std::string_view source) {
  GMimeHeader* const header =
      g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(message)), "Subject");
  const char* const raw = header == nullptr ? nullptr : g_mime_header_get_raw_value(header);
  if (raw == nullptr) return {};
  const std::string_view bytes(raw);
  const bool encoded =
      std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  try {
    if (!encoded) return collapsed(decode_text(bytes, source));
    const char* const subject = g_mime_message_get_subject(message);
    return subject == nullptr ? std::string() : decode_text(subject, source);
  } catch (const InputError&) {
    return {};  // a message without a subject is still one
  }
}

}  // namespace

Document read_mail(std::string_view bytes, std::string_view source) {
  const Owned<GMimeMessage> message = parse(bytes);
  if (!message) throw InputError(source, "it is no message", "give one as .eml");
  Document document{.id = std::string(source)};
  document.title = subject_of(message.get(), source);
  const char* const date = g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date");
  if (date != nullptr) document.date = date_in(date);
  if (GMimeObject* const body = g_mime_message_get_mime_part(message.get()))
    document.text = text_of(body, source, 0);
  if (is_blank(document.text)) throw InputError(source, "the message has no text");
  return document;
}

}  // namespace whofunds::text
