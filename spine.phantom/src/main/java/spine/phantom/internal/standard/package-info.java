/**
 * The generator of the standard profile, on whose studies the shipped models are trained. From bottom to top: {@code noise} and {@code
 * spine}, {@code tissue} and {@code lesion}, {@code regions} and {@code body} (the patient), {@code raster} (signals by voxel), {@code
 * receive} (from signals to an image), {@code scan} (the examination), {@code study}, {@code dicom}. It uses the core alone.
 */
package spine.phantom.internal.standard;
