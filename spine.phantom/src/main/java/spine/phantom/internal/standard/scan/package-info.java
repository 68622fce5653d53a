/** The examination: protocol, slice prescription and the series of a study, with usual and unusual settings of four vendors. */
package spine.phantom.internal.standard.scan;
