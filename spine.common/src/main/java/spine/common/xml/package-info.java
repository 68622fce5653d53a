/** XML that is read as data. */
package spine.common.xml;
