/** Simulated readers: what people with habits and lapses would score on a synthetic study. */
package spine.phantom.internal.core.reader;
