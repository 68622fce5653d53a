/** Requests and answers of the client. */
package spine.io.dicomweb.internal;
