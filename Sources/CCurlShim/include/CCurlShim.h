#ifndef CCURLSHIM_H
#define CCURLSHIM_H

#include <curl/curl.h>

// libcurl's option and information calls are variadic, and Swift can't call those. Each function
// here takes one type of argument and refuses an option of another type with
// CURLE_BAD_FUNCTION_ARGUMENT, so that a wrong pairing fails instead of reading a stray word.

typedef size_t (*curlshim_data_callback)(char *data, size_t size, size_t count, void *context);

CURLcode curlshim_set_long(CURL *handle, CURLoption option, long value);
CURLcode curlshim_set_offset(CURL *handle, CURLoption option, curl_off_t value);
/// The string is copied by libcurl; NULL sets the option back to nothing.
CURLcode curlshim_set_string(CURL *handle, CURLoption option, const char *value);
/// The pointer is kept by libcurl until the handle is gone.
CURLcode curlshim_set_context(CURL *handle, CURLoption option, void *value);

/// Copies `count` bytes and makes them the request's body.
CURLcode curlshim_set_body(CURL *handle, const void *bytes, curl_off_t count);
/// Copies `count` bytes into a part of a multipart body.
CURLcode curlshim_set_part(curl_mimepart *part, const void *bytes, size_t count);
CURLcode curlshim_set_headers(CURL *handle, struct curl_slist *list);
CURLcode curlshim_set_mime(CURL *handle, curl_mime *mime);
/// For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION only.
CURLcode curlshim_set_data_callback(
    CURL *handle, CURLoption option, curlshim_data_callback callback);
CURLcode curlshim_set_prereq_callback(CURL *handle, curl_prereq_callback callback);

CURLcode curlshim_get_long(CURL *handle, CURLINFO info, long *value);

CURLMcode curlshim_multi_set_long(CURLM *multi, CURLMoption option, long value);
/// The next transfer that ended, or 0 if there is none. Flattens CURLMsg and its union.
int curlshim_multi_next_done(CURLM *multi, CURL **handle, CURLcode *code);

#endif
