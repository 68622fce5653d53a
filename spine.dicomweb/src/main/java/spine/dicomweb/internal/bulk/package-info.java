/** Binary values of objects that are got by addresses of their own (PS3.18 F.2.6). */
package spine.dicomweb.internal.bulk;
