/** The receive chain: from the signals of a slice to the magnitude image of a scanner with its artefacts. */
package spine.phantom.internal.standard.receive;
