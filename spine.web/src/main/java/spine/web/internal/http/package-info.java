/** Requests and answers: what a path may look like, JSON, and refusals as problem documents (RFC 9457). */
package spine.web.internal.http;
