/**
 * What a jar is, byte by byte, without trusting any of it: the structure of the zip file, the names of its entries, what they
 * unpack to, and its manifest. Two programs that read one of the jars that pass here read the same. Nothing here needs a framework.
 */
package spine.deploy.internal.archive;
