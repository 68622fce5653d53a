/**
 * Native libraries that are unpacked to a folder before they are loaded: {@link spine.common.natives.LibraryFolder} keeps that folder
 * private and compares what lies there with what is delivered, by {@link spine.common.natives.DeliveredLibraries}.
 */
package spine.common.natives;
