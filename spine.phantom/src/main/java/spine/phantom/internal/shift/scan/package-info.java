/** The examination: protocol, vendor, slice prescription and the series of a study. */
package spine.phantom.internal.shift.scan;
