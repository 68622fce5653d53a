/** Retrieval of objects, their metadata, frames and binary values (WADO-RS, PS3.18 10.4). */
package spine.dicomweb.internal.retrieve;
