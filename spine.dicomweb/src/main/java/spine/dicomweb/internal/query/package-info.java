/** Search for studies, series and instances (QIDO-RS, PS3.18 10.6). */
package spine.dicomweb.internal.query;
