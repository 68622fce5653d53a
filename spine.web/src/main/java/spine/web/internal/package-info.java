/** The way in over HTTP, and its settings. */
package spine.web.internal;
