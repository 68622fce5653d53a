/** What all services share of HTTP: media types that the client takes, refusals, the address of the services. */
package spine.dicomweb.internal.http;
