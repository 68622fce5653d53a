/**
 * The study reader of the platform: scans a location, selects the stations and loads their pixels when a study is asked
 * for. Training takes its studies from here too, with the segmentations that lie beside them.
 */
package spine.io.dicom.internal.study;
