#include "CCurlShim.h"

// libcurl numbers its options by type, 10,000 to a type.
static int option_has_type(int option, int type) {
    return option >= type && option < type + 10000;
}

CURLcode curlshim_set_long(CURL *handle, CURLoption option, long value) {
    if (!option_has_type((int)option, CURLOPTTYPE_LONG)) return CURLE_BAD_FUNCTION_ARGUMENT;
    return curl_easy_setopt(handle, option, value);
}

CURLcode curlshim_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    if (!option_has_type((int)option, CURLOPTTYPE_OFF_T)) return CURLE_BAD_FUNCTION_ARGUMENT;
    return curl_easy_setopt(handle, option, value);
}

CURLcode curlshim_set_string(CURL *handle, CURLoption option, const char *value) {
    if (!option_has_type((int)option, CURLOPTTYPE_STRINGPOINT)) return CURLE_BAD_FUNCTION_ARGUMENT;
    return curl_easy_setopt(handle, option, value);
}

CURLcode curlshim_set_context(CURL *handle, CURLoption option, void *value) {
    if (!option_has_type((int)option, CURLOPTTYPE_CBPOINT)) return CURLE_BAD_FUNCTION_ARGUMENT;
    return curl_easy_setopt(handle, option, value);
}

CURLcode curlshim_set_body(CURL *handle, const void *bytes, curl_off_t count) {
    // The size comes first: without it libcurl would look for a terminating zero.
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
    if (code != CURLE_OK) return code;
    return curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, count > 0 ? bytes : "");
}

CURLcode curlshim_set_part(curl_mimepart *part, const void *bytes, size_t count) {
    // NULL would mean no data at all rather than empty data.
    return curl_mime_data(part, count > 0 ? bytes : "", count);
}

CURLcode curlshim_set_headers(CURL *handle, struct curl_slist *list) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
}

CURLcode curlshim_set_mime(CURL *handle, curl_mime *mime) {
    return curl_easy_setopt(handle, CURLOPT_MIMEPOST, mime);
}

CURLcode curlshim_set_data_callback(
    CURL *handle, CURLoption option, curlshim_data_callback callback) {
    if (option != CURLOPT_WRITEFUNCTION && option != CURLOPT_HEADERFUNCTION)
        return CURLE_BAD_FUNCTION_ARGUMENT;
    return curl_easy_setopt(handle, option, callback);
}

CURLcode curlshim_set_prereq_callback(CURL *handle, curl_prereq_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, callback);
}

CURLcode curlshim_get_long(CURL *handle, CURLINFO info, long *value) {
    if (((int)info & CURLINFO_TYPEMASK) != CURLINFO_LONG) return CURLE_BAD_FUNCTION_ARGUMENT;
    return curl_easy_getinfo(handle, info, value);
}

CURLMcode curlshim_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    if (!option_has_type((int)option, CURLOPTTYPE_LONG)) return CURLM_BAD_FUNCTION_ARGUMENT;
    return curl_multi_setopt(multi, option, value);
}

int curlshim_multi_next_done(CURLM *multi, CURL **handle, CURLcode *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        *handle = message->easy_handle;
        *code = message->data.result;
        return 1;
    }
    return 0;
}
