/** Whether browsers run a file of this media type as a module, by the standard on media types. */
export function isScriptType(contentType = ''): boolean {
  return /^(?:text|application)\/(?:x-)?(?:java|ecma|live|j)script\b/i.test(contentType.trim());
}
