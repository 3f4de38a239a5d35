#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob2 = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob2 = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob2 = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob2 = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob2 = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob2 === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob2 = false;
      }
      let base = str;
      let prefix = "";
      let glob2 = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob2 === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob2 = str.slice(lastIndex);
      } else if (isGlob2 === true) {
        base = "";
        glob2 = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob2) glob2 = utils.removeBackslashes(glob2);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob: glob2,
        isBrace,
        isBracket,
        isGlob: isGlob2,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped2 = false;
      for (const ch of input) {
        if (escaped2 === true) {
          value += ch;
          escaped2 = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped2 = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped2 = false;
      for (const ch of branch) {
        if (escaped2 === true) {
          escaped2 = false;
          continue;
        }
        if (ch === "\\") {
          escaped2 = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed2 = true;
      while (changed2 === true) {
        changed2 = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed2 = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped2 = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped2 === true) {
          escaped2 = false;
          continue;
        }
        if (ch === "\\") {
          escaped2 = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal2 = normalizeSimpleBranch(branch);
        if (literal2 && literal2.length === 1) {
          safeChars.push(literal2);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse2 = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal2 = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal2;
          open.output = safeOutput || utils.escapeRegex(literal2);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse2(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped2 = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped2;
            prev.value = escaped2;
            continue;
          }
          prev.value = `(${capture}${escaped2}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse2.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse2;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse2 = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob2, options, returnState = false) => {
      if (Array.isArray(glob2)) {
        const fns = glob2.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob2) && glob2.tokens && glob2.input;
      if (glob2 === "" || typeof glob2 !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob2, options) : picomatch2.makeRe(glob2, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher2 = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob: glob2, posix });
        const result = { glob: glob2, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher2.state = state;
      }
      return matcher2;
    };
    picomatch2.test = (input, regex, options, { glob: glob2, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format2 = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob2;
      let output = match && format2 ? format2(input) : input;
      if (match === false) {
        output = format2 ? format2(input) : input;
        match = output === glob2;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob2, options, posix = options && options.windows) => {
      const regex = glob2 instanceof RegExp ? glob2 : picomatch2.makeRe(glob2, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse2(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse2.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse2(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob2, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob2, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode2;
    exports.isPair = isPair;
    exports.isScalar = isScalar;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit2(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version2] = parts;
            if (version2 === "1.1" || version2 === "1.2") {
              this.yaml.version = version2;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version2);
              onError(6, `Unsupported YAML version ${version2}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit2.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root2) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root2, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit2 = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit2.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify2 = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify2(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify2(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair2 = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair2, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair2, overwrite) {
        let _pair;
        if (identity.isPair(pair2))
          _pair = pair2;
        else if (!pair2 || typeof pair2 !== "object" || !("key" in pair2)) {
          _pair = new Pair.Pair(pair2, pair2?.value);
        } else
          _pair = new Pair.Pair(pair2.key, pair2.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair2 = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair2.key.commentBefore = pair2.key.commentBefore ? `${item.commentBefore}
${pair2.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair2.value ?? pair2.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair2;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair2 of this.items) {
          let key, value;
          if (identity.isPair(pair2)) {
            key = toJS.toJS(pair2.key, "", ctx);
            value = toJS.toJS(pair2.value, key, ctx);
          } else {
            key = toJS.toJS(pair2, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair2;
        if (identity.isPair(key))
          pair2 = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair2 = new Pair.Pair(key.key, null);
        else
          pair2 = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair2.key);
        if (!prev)
          this.items.push(pair2);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair2 = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair2) ? identity.isScalar(pair2.key) ? pair2.key.value : pair2.key : pair2;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date2 -= 6e4 * d;
        }
        return new Date(date2);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version2 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version2 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version2 });
        this.setSchema(version2, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version2, options = {}) {
        if (typeof version2 === "number")
          version2 = String(version2);
        let opt;
        switch (version2) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version2;
            else
              this.directives = new directives.Directives({ version: version2 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version2);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair2) => isEqual(pair2.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair2);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair2);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines2(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines2(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue3(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue3(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep2 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep2, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path) => {
      const parent = visit2.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit2;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar.end) {
            sep2 = scalar.end;
            sep2.push(this.sourceToken);
            delete scalar.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep2 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse2(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse2;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit2 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = __commonJS({
  "node_modules/ipaddr.js/lib/ipaddr.js"(exports, module) {
    (function(root2) {
      "use strict";
      const ipv4Part = "(0?\\d+|0x[a-f0-9]+)";
      const ipv4Regexes = {
        fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
        threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
        twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, "i"),
        longValue: new RegExp(`^${ipv4Part}$`, "i")
      };
      const octalRegex = new RegExp(`^0[0-7]+$`, "i");
      const hexRegex = new RegExp(`^0x[a-f0-9]+$`, "i");
      const zoneIndex = "%[0-9a-z]{1,}";
      const ipv6Part = "(?:[0-9a-f]+::?)+";
      const ipv6Regexes = {
        zoneIndex: new RegExp(zoneIndex, "i"),
        "native": new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, "i"),
        deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, "i"),
        transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, "i")
      };
      function expandIPv6(string2, parts) {
        if (string2.indexOf("::") !== string2.lastIndexOf("::")) {
          return null;
        }
        let colonCount = 0;
        let lastColon = -1;
        let zoneId = (string2.match(ipv6Regexes.zoneIndex) || [])[0];
        let replacement, replacementCount;
        if (zoneId) {
          zoneId = zoneId.substring(1);
          string2 = string2.replace(/%.+$/, "");
        }
        while ((lastColon = string2.indexOf(":", lastColon + 1)) >= 0) {
          colonCount++;
        }
        if (string2.substr(0, 2) === "::") {
          colonCount--;
        }
        if (string2.substr(-2, 2) === "::") {
          colonCount--;
        }
        if (colonCount >= parts) {
          return null;
        }
        replacementCount = parts - colonCount;
        replacement = ":";
        while (replacementCount--) {
          replacement += "0:";
        }
        string2 = string2.replace("::", replacement);
        if (string2[0] === ":") {
          string2 = string2.slice(1);
        }
        if (string2[string2.length - 1] === ":") {
          string2 = string2.slice(0, -1);
        }
        parts = (function() {
          const ref = string2.split(":");
          const results = [];
          for (let i = 0; i < ref.length; i++) {
            results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
          }
          return results;
        })();
        return {
          parts,
          zoneId
        };
      }
      function matchCIDR(first, second, partSize, cidrBits) {
        if (first.length !== second.length) {
          throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
        }
        let part = 0;
        let shift;
        while (cidrBits > 0) {
          shift = partSize - cidrBits;
          if (shift < 0) {
            shift = 0;
          }
          if (first[part] >> shift !== second[part] >> shift) {
            return false;
          }
          cidrBits -= partSize;
          part += 1;
        }
        return true;
      }
      function parseIntAuto(string2) {
        if (hexRegex.test(string2)) {
          return parseInt(string2, 16);
        }
        if (string2[0] === "0" && !isNaN(parseInt(string2[1], 10))) {
          if (octalRegex.test(string2)) {
            return parseInt(string2, 8);
          }
          throw new Error(`ipaddr: cannot parse ${string2} as octal`);
        }
        return parseInt(string2, 10);
      }
      function padPart(part, length) {
        while (part.length < length) {
          part = `0${part}`;
        }
        return part;
      }
      const ipaddr2 = {};
      ipaddr2.IPv4 = (function() {
        function IPv4(octets) {
          if (octets.length !== 4) {
            throw new Error("ipaddr: ipv4 octet count should be 4");
          }
          let i, octet2;
          for (i = 0; i < octets.length; i++) {
            octet2 = octets[i];
            if (!(0 <= octet2 && octet2 <= 255)) {
              throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
            }
          }
          this.octets = octets;
        }
        IPv4.prototype.SpecialRanges = {
          unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
          broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
          // RFC3171
          multicast: [[new IPv4([224, 0, 0, 0]), 4]],
          // RFC3927
          linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
          // RFC5735
          loopback: [[new IPv4([127, 0, 0, 0]), 8]],
          // RFC6598
          carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
          // RFC1918
          "private": [
            [new IPv4([10, 0, 0, 0]), 8],
            [new IPv4([172, 16, 0, 0]), 12],
            [new IPv4([192, 168, 0, 0]), 16]
          ],
          // Reserved and testing-only ranges; RFCs 5735, 5737, 2544, 1700
          reserved: [
            [new IPv4([192, 0, 0, 0]), 24],
            [new IPv4([192, 0, 2, 0]), 24],
            [new IPv4([192, 88, 99, 0]), 24],
            [new IPv4([198, 18, 0, 0]), 15],
            [new IPv4([198, 51, 100, 0]), 24],
            [new IPv4([203, 0, 113, 0]), 24],
            [new IPv4([240, 0, 0, 0]), 4]
          ],
          // RFC7534, RFC7535
          as112: [
            [new IPv4([192, 175, 48, 0]), 24],
            [new IPv4([192, 31, 196, 0]), 24]
          ],
          // RFC7450
          amt: [
            [new IPv4([192, 52, 193, 0]), 24]
          ]
        };
        IPv4.prototype.kind = function() {
          return "ipv4";
        };
        IPv4.prototype.match = function(other, cidrRange) {
          let ref;
          if (cidrRange === void 0) {
            ref = other;
            other = ref[0];
            cidrRange = ref[1];
          }
          if (other.kind() !== "ipv4") {
            throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
          }
          return matchCIDR(this.octets, other.octets, 8, cidrRange);
        };
        IPv4.prototype.prefixLengthFromSubnetMask = function() {
          let cidr = 0;
          let stop = false;
          const zerotable = {
            0: 8,
            128: 7,
            192: 6,
            224: 5,
            240: 4,
            248: 3,
            252: 2,
            254: 1,
            255: 0
          };
          let i, octet2, zeros;
          for (i = 3; i >= 0; i -= 1) {
            octet2 = this.octets[i];
            if (octet2 in zerotable) {
              zeros = zerotable[octet2];
              if (stop && zeros !== 0) {
                return null;
              }
              if (zeros !== 8) {
                stop = true;
              }
              cidr += zeros;
            } else {
              return null;
            }
          }
          return 32 - cidr;
        };
        IPv4.prototype.range = function() {
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
        };
        IPv4.prototype.toByteArray = function() {
          return this.octets.slice(0);
        };
        IPv4.prototype.toIPv4MappedAddress = function() {
          return ipaddr2.IPv6.parse(`::ffff:${this.toString()}`);
        };
        IPv4.prototype.toNormalizedString = function() {
          return this.toString();
        };
        IPv4.prototype.toString = function() {
          return this.octets.join(".");
        };
        return IPv4;
      })();
      ipaddr2.IPv4.broadcastAddressFromCIDR = function(string2) {
        try {
          const cidr = this.parseCIDR(string2);
          const ipInterfaceOctets = cidr[0].toByteArray();
          const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          const octets = [];
          let i = 0;
          while (i < 4) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv4.isIPv4 = function(string2) {
        return this.parser(string2) !== null;
      };
      ipaddr2.IPv4.isValid = function(string2) {
        try {
          new this(this.parser(string2));
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv4.isValidCIDR = function(string2) {
        try {
          this.parseCIDR(string2);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv4.isValidFourPartDecimal = function(string2) {
        if (ipaddr2.IPv4.isValid(string2) && string2.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) {
          return true;
        } else {
          return false;
        }
      };
      ipaddr2.IPv4.isValidCIDRFourPartDecimal = function(string2) {
        const match = string2.match(/^(.+)\/(\d+)$/);
        if (!ipaddr2.IPv4.isValidCIDR(string2) || !match) {
          return false;
        }
        return ipaddr2.IPv4.isValidFourPartDecimal(match[1]);
      };
      ipaddr2.IPv4.networkAddressFromCIDR = function(string2) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          cidr = this.parseCIDR(string2);
          ipInterfaceOctets = cidr[0].toByteArray();
          subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          octets = [];
          i = 0;
          while (i < 4) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv4.parse = function(string2) {
        const parts = this.parser(string2);
        if (parts === null) {
          throw new Error("ipaddr: string is not formatted like an IPv4 Address");
        }
        return new this(parts);
      };
      ipaddr2.IPv4.parseCIDR = function(string2) {
        let match;
        if (match = string2.match(/^(.+)\/(\d+)$/)) {
          const maskLength = parseInt(match[2]);
          if (maskLength >= 0 && maskLength <= 32) {
            const parsed = [this.parse(match[1]), maskLength];
            Object.defineProperty(parsed, "toString", {
              value: function() {
                return this.join("/");
              }
            });
            return parsed;
          }
        }
        throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
      };
      ipaddr2.IPv4.parser = function(string2) {
        let match, part, value;
        if (match = string2.match(ipv4Regexes.fourOctet)) {
          return (function() {
            const ref = match.slice(1, 6);
            const results = [];
            for (let i = 0; i < ref.length; i++) {
              part = ref[i];
              results.push(parseIntAuto(part));
            }
            return results;
          })();
        } else if (match = string2.match(ipv4Regexes.longValue)) {
          value = parseIntAuto(match[1]);
          if (value > 4294967295 || value < 0) {
            throw new Error("ipaddr: address outside defined range");
          }
          return (function() {
            const results = [];
            let shift;
            for (shift = 0; shift <= 24; shift += 8) {
              results.push(value >> shift & 255);
            }
            return results;
          })().reverse();
        } else if (match = string2.match(ipv4Regexes.twoOctet)) {
          return (function() {
            const ref = match.slice(1, 4);
            const results = [];
            value = parseIntAuto(ref[1]);
            if (value > 16777215 || value < 0) {
              throw new Error("ipaddr: address outside defined range");
            }
            results.push(parseIntAuto(ref[0]));
            results.push(value >> 16 & 255);
            results.push(value >> 8 & 255);
            results.push(value & 255);
            return results;
          })();
        } else if (match = string2.match(ipv4Regexes.threeOctet)) {
          return (function() {
            const ref = match.slice(1, 5);
            const results = [];
            value = parseIntAuto(ref[2]);
            if (value > 65535 || value < 0) {
              throw new Error("ipaddr: address outside defined range");
            }
            results.push(parseIntAuto(ref[0]));
            results.push(parseIntAuto(ref[1]));
            results.push(value >> 8 & 255);
            results.push(value & 255);
            return results;
          })();
        } else {
          return null;
        }
      };
      ipaddr2.IPv4.subnetMaskFromPrefixLength = function(prefix) {
        prefix = parseInt(prefix);
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) {
          throw new Error("ipaddr: invalid IPv4 prefix length");
        }
        const octets = [0, 0, 0, 0];
        let j = 0;
        const filledOctetCount = Math.floor(prefix / 8);
        while (j < filledOctetCount) {
          octets[j] = 255;
          j++;
        }
        if (filledOctetCount < 4) {
          octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
        }
        return new this(octets);
      };
      ipaddr2.IPv6 = (function() {
        function IPv6(parts, zoneId) {
          let i, part;
          if (parts.length === 16) {
            this.parts = [];
            for (i = 0; i <= 14; i += 2) {
              this.parts.push(parts[i] << 8 | parts[i + 1]);
            }
          } else if (parts.length === 8) {
            this.parts = parts;
          } else {
            throw new Error("ipaddr: ipv6 part count should be 8 or 16");
          }
          for (i = 0; i < this.parts.length; i++) {
            part = this.parts[i];
            if (!(0 <= part && part <= 65535)) {
              throw new Error("ipaddr: ipv6 part should fit in 16 bits");
            }
          }
          if (zoneId) {
            this.zoneId = zoneId;
          }
        }
        IPv6.prototype.SpecialRanges = {
          // RFC4291, here and after
          unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
          linkLocal: [new IPv6([65152, 0, 0, 0, 0, 0, 0, 0]), 10],
          multicast: [new IPv6([65280, 0, 0, 0, 0, 0, 0, 0]), 8],
          loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
          uniqueLocal: [new IPv6([64512, 0, 0, 0, 0, 0, 0, 0]), 7],
          ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 65535, 0, 0]), 96],
          // RFC3879
          deprecatedSiteLocal: [new IPv6([65216, 0, 0, 0, 0, 0, 0, 0]), 10],
          // RFC6666
          discard: [new IPv6([256, 0, 0, 0, 0, 0, 0, 0]), 64],
          // RFC6145
          rfc6145: [new IPv6([0, 0, 0, 0, 65535, 0, 0, 0]), 96],
          rfc6052: [
            // RFC6052
            [new IPv6([100, 65435, 0, 0, 0, 0, 0, 0]), 96],
            // RFC8215
            [new IPv6([100, 65435, 1, 0, 0, 0, 0, 0]), 48]
          ],
          // RFC3056
          "6to4": [new IPv6([8194, 0, 0, 0, 0, 0, 0, 0]), 16],
          // RFC6052, RFC6146
          teredo: [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 32],
          // RFC5180
          benchmarking: [new IPv6([8193, 2, 0, 0, 0, 0, 0, 0]), 48],
          // RFC7450
          amt: [new IPv6([8193, 3, 0, 0, 0, 0, 0, 0]), 32],
          as112v6: [
            // RFC7535
            [new IPv6([8193, 4, 274, 0, 0, 0, 0, 0]), 48],
            // RFC7534
            [new IPv6([9760, 79, 32768, 0, 0, 0, 0, 0]), 48]
          ],
          // RFC4843
          deprecatedOrchid: [new IPv6([8193, 16, 0, 0, 0, 0, 0, 0]), 28],
          // RFC7343
          orchid2: [new IPv6([8193, 32, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9374
          droneRemoteIdProtocolEntityTags: [new IPv6([8193, 48, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9602
          segmentRouting: [new IPv6([24320, 0, 0, 0, 0, 0, 0, 0]), 16],
          reserved: [
            // RFC3849
            [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 23],
            // RFC2928
            [new IPv6([8193, 3512, 0, 0, 0, 0, 0, 0]), 32],
            // RFC9637
            [new IPv6([16383, 0, 0, 0, 0, 0, 0, 0]), 20]
          ]
        };
        IPv6.prototype.isIPv4MappedAddress = function() {
          return this.range() === "ipv4Mapped";
        };
        IPv6.prototype.kind = function() {
          return "ipv6";
        };
        IPv6.prototype.match = function(other, cidrRange) {
          let ref;
          if (cidrRange === void 0) {
            ref = other;
            other = ref[0];
            cidrRange = ref[1];
          }
          if (other.kind() !== "ipv6") {
            throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
          }
          return matchCIDR(this.parts, other.parts, 16, cidrRange);
        };
        IPv6.prototype.prefixLengthFromSubnetMask = function() {
          let cidr = 0;
          let stop = false;
          const zerotable = {
            0: 16,
            32768: 15,
            49152: 14,
            57344: 13,
            61440: 12,
            63488: 11,
            64512: 10,
            65024: 9,
            65280: 8,
            65408: 7,
            65472: 6,
            65504: 5,
            65520: 4,
            65528: 3,
            65532: 2,
            65534: 1,
            65535: 0
          };
          let part, zeros;
          for (let i = 7; i >= 0; i -= 1) {
            part = this.parts[i];
            if (part in zerotable) {
              zeros = zerotable[part];
              if (stop && zeros !== 0) {
                return null;
              }
              if (zeros !== 16) {
                stop = true;
              }
              cidr += zeros;
            } else {
              return null;
            }
          }
          return 128 - cidr;
        };
        IPv6.prototype.range = function() {
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
        };
        IPv6.prototype.toByteArray = function() {
          let part;
          const bytes = [];
          const ref = this.parts;
          for (let i = 0; i < ref.length; i++) {
            part = ref[i];
            bytes.push(part >> 8);
            bytes.push(part & 255);
          }
          return bytes;
        };
        IPv6.prototype.toFixedLengthString = function() {
          const addr = (function() {
            const results = [];
            for (let i = 0; i < this.parts.length; i++) {
              results.push(padPart(this.parts[i].toString(16), 4));
            }
            return results;
          }).call(this).join(":");
          let suffix = "";
          if (this.zoneId) {
            suffix = `%${this.zoneId}`;
          }
          return addr + suffix;
        };
        IPv6.prototype.toIPv4Address = function() {
          if (!this.isIPv4MappedAddress()) {
            throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
          }
          const ref = this.parts.slice(-2);
          const high = ref[0];
          const low = ref[1];
          return new ipaddr2.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
        };
        IPv6.prototype.toNormalizedString = function() {
          const addr = (function() {
            const results = [];
            for (let i = 0; i < this.parts.length; i++) {
              results.push(this.parts[i].toString(16));
            }
            return results;
          }).call(this).join(":");
          let suffix = "";
          if (this.zoneId) {
            suffix = `%${this.zoneId}`;
          }
          return addr + suffix;
        };
        IPv6.prototype.toRFC5952String = function() {
          const regex = /((^|:)(0(:|$)){2,})/g;
          let suffix = "";
          if (this.zoneId) {
            suffix = `%${this.zoneId}`;
          }
          const normalized = this.toNormalizedString();
          const string2 = normalized.slice(0, normalized.length - suffix.length);
          let bestMatchIndex = 0;
          let bestMatchLength = -1;
          let bestMatchGroups = -1;
          let match;
          while (match = regex.exec(string2)) {
            const groups = (match[0].match(/0/g) || []).length;
            if (groups > bestMatchGroups) {
              bestMatchGroups = groups;
              bestMatchIndex = match.index;
              bestMatchLength = match[0].length;
            }
          }
          if (bestMatchLength < 0) {
            return string2 + suffix;
          }
          return `${string2.substring(0, bestMatchIndex)}::${string2.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
        };
        IPv6.prototype.toString = function() {
          return this.toRFC5952String();
        };
        return IPv6;
      })();
      ipaddr2.IPv6.broadcastAddressFromCIDR = function(string2) {
        try {
          const cidr = this.parseCIDR(string2);
          const ipInterfaceOctets = cidr[0].toByteArray();
          const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          const octets = [];
          let i = 0;
          while (i < 16) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv6.isIPv6 = function(string2) {
        return this.parser(string2) !== null;
      };
      ipaddr2.IPv6.isValid = function(string2) {
        if (typeof string2 === "string" && string2.indexOf(":") === -1) {
          return false;
        }
        try {
          const addr = this.parser(string2);
          new this(addr.parts, addr.zoneId);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv6.isValidCIDR = function(string2) {
        if (typeof string2 === "string" && string2.indexOf(":") === -1) {
          return false;
        }
        try {
          this.parseCIDR(string2);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv6.networkAddressFromCIDR = function(string2) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          cidr = this.parseCIDR(string2);
          ipInterfaceOctets = cidr[0].toByteArray();
          subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          octets = [];
          i = 0;
          while (i < 16) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv6.parse = function(string2) {
        const addr = this.parser(string2);
        if (addr === null) {
          throw new Error("ipaddr: string is not formatted like an IPv6 Address");
        }
        return new this(addr.parts, addr.zoneId);
      };
      ipaddr2.IPv6.parseCIDR = function(string2) {
        let maskLength, match, parsed;
        if (match = string2.match(/^(.+)\/(\d+)$/)) {
          maskLength = parseInt(match[2]);
          if (maskLength >= 0 && maskLength <= 128) {
            parsed = [this.parse(match[1]), maskLength];
            Object.defineProperty(parsed, "toString", {
              value: function() {
                return this.join("/");
              }
            });
            return parsed;
          }
        }
        throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
      };
      ipaddr2.IPv6.parser = function(string2) {
        let addr, i, match, octet2, octets, zoneId;
        if (match = string2.match(ipv6Regexes.deprecatedTransitional)) {
          return this.parser(`::ffff:${match[1]}`);
        }
        if (ipv6Regexes.native.test(string2)) {
          return expandIPv6(string2, 8);
        }
        if (match = string2.match(ipv6Regexes.transitional)) {
          zoneId = match[6] || "";
          addr = match[1];
          if (!match[1].endsWith("::")) {
            addr = addr.slice(0, -1);
          }
          addr = expandIPv6(addr + zoneId, 6);
          if (addr && addr.parts) {
            octets = [
              parseInt(match[2]),
              parseInt(match[3]),
              parseInt(match[4]),
              parseInt(match[5])
            ];
            for (i = 0; i < octets.length; i++) {
              octet2 = octets[i];
              if (!(0 <= octet2 && octet2 <= 255)) {
                return null;
              }
            }
            addr.parts.push(octets[0] << 8 | octets[1]);
            addr.parts.push(octets[2] << 8 | octets[3]);
            return {
              parts: addr.parts,
              zoneId: addr.zoneId
            };
          }
        }
        return null;
      };
      ipaddr2.IPv6.subnetMaskFromPrefixLength = function(prefix) {
        prefix = parseInt(prefix);
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) {
          throw new Error("ipaddr: invalid IPv6 prefix length");
        }
        const octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let j = 0;
        const filledOctetCount = Math.floor(prefix / 8);
        while (j < filledOctetCount) {
          octets[j] = 255;
          j++;
        }
        if (filledOctetCount < 16) {
          octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
        }
        return new this(octets);
      };
      ipaddr2.fromByteArray = function(bytes) {
        const length = bytes.length;
        if (length === 4) {
          return new ipaddr2.IPv4(bytes);
        } else if (length === 16) {
          return new ipaddr2.IPv6(bytes);
        } else {
          throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
        }
      };
      ipaddr2.isValid = function(string2) {
        return ipaddr2.IPv6.isValid(string2) || ipaddr2.IPv4.isValid(string2);
      };
      ipaddr2.isValidCIDR = function(string2) {
        return ipaddr2.IPv6.isValidCIDR(string2) || ipaddr2.IPv4.isValidCIDR(string2);
      };
      ipaddr2.parse = function(string2) {
        if (ipaddr2.IPv6.isValid(string2)) {
          return ipaddr2.IPv6.parse(string2);
        } else if (ipaddr2.IPv4.isValid(string2)) {
          return ipaddr2.IPv4.parse(string2);
        } else {
          throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
        }
      };
      ipaddr2.parseCIDR = function(string2) {
        try {
          return ipaddr2.IPv6.parseCIDR(string2);
        } catch {
          try {
            return ipaddr2.IPv4.parseCIDR(string2);
          } catch (e) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
          }
        }
      };
      ipaddr2.process = function(string2) {
        const addr = this.parse(string2);
        if (addr.kind() === "ipv6" && addr.isIPv4MappedAddress()) {
          return addr.toIPv4Address();
        } else {
          return addr;
        }
      };
      ipaddr2.subnetMatch = function(address, rangeList, defaultName) {
        let i, rangeName, rangeSubnets, subnet;
        if (defaultName === void 0 || defaultName === null) {
          defaultName = "unicast";
        }
        for (rangeName in rangeList) {
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
            rangeSubnets = rangeList[rangeName];
            if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) {
              rangeSubnets = [rangeSubnets];
            }
            for (i = 0; i < rangeSubnets.length; i++) {
              subnet = rangeSubnets[i];
              if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) {
                return rangeName;
              }
            }
          }
        }
        return defaultName;
      };
      if (typeof module !== "undefined" && module.exports) {
        module.exports = ipaddr2;
      } else {
        root2.ipaddr = ipaddr2;
      }
    })(exports);
  }
});

// src/changes/git.ts
import { spawnSync } from "node:child_process";
var ChangesError = class extends Error {
};
var environment = {
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_LITERAL_PATHSPECS: "1"
};
function askGit(folder, args, options = {}) {
  const { status, out, error } = run(folder, args, options);
  if (status !== void 0) return { status, out, error };
  throw new ChangesError(`git cannot be run: ${error}
  help: install git, or use \`sourceip-guard check\``);
}
function run(folder, args, { input = "", env = {} }) {
  const { status, stdout, stderr, error } = spawnSync("git", ["-C", folder, ...args], {
    input,
    env: { ...process.env, ...environment, ...env },
    maxBuffer: Number.POSITIVE_INFINITY
  });
  if (error !== void 0) return { status: void 0, out: Buffer.of(), error: error.message };
  return { status: status ?? -1, out: stdout, error: stderr.toString() };
}
function git(folder, args, options = {}) {
  const { status, out, error } = askGit(folder, args, options);
  if (status === 0) return out;
  const [first = `it ended with status ${status}`] = error.split("\n").filter((line) => line !== "");
  throw new ChangesError(`git ${args[0]} failed: ${first}
  help: see what \`git status\` says of this repository`);
}
function repositoryRoot(folder) {
  const { status, out, error } = run(folder, ["rev-parse", "--show-toplevel"], {});
  if (status === void 0) return void 0;
  if (status === 0) return out.toString().replace(/\r?\n$/, "");
  if (/not a git repository|must be run in a work tree/.test(error)) return void 0;
  throw new ChangesError(`git cannot tell where the repository is: ${error.trim().split("\n")[0]}`);
}
function splitAtNul(list) {
  const parts = [];
  let from = 0;
  for (let at = list.indexOf(0); at >= 0; at = list.indexOf(0, from)) {
    parts.push(list.subarray(from, at));
    from = at + 1;
  }
  return parts;
}

// src/config.ts
var import_picomatch = __toESM(require_picomatch2(), 1);

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function never(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "never",
    reference: never,
    expects: "never",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function strictObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "strict_object",
    reference: strictObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
            _addIssue(this, "key", dataset, config$1, {
              input: key,
              expected: "never",
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

// src/config.ts
var import_yaml = __toESM(require_dist(), 1);
var ConfigError = class extends Error {
};
var levels = ["error", "warning", "notice"];
var failOnLevels = [...levels, "never"];
var commentModes = ["review", "summary", "off"];
var forwardAccessSessions = ["unknown", "address-kept", "address-lost"];
var ruleIds = [
  "denies-everyone",
  "exemption-removed",
  "exemption-without-effect",
  "invalid-address",
  "ipv6-missing",
  "private-address",
  "service-call-denied",
  "vpc-endpoint-denied"
];
var policyTypes = {
  identity: "identity",
  boundary: "boundary",
  "permissions-boundary": "boundary",
  session: "session",
  scp: "scp",
  rcp: "rcp",
  resource: "resource",
  trust: "trust",
  vpce: "vpce",
  "vpc-endpoint": "vpce"
};
var servicePrincipal = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/;
var textHelp = "put it into quotes if YAML takes it for a number or a truth value";
function says(wrong, help3) {
  return `${wrong}
${help3}`;
}
function oneOf(names) {
  return picklist(names, ({ input }) => {
    const near = typeof input === "string" ? closest(input, names) : void 0;
    return says(`must be one of ${listed(names)}`, near === void 0 ? "write one of them" : didYouMean(near));
  });
}
function keysOf(entries) {
  const names = Object.keys(entries);
  const known = `the keys here are ${listed(names)}`;
  return pipe(
    custom(isMapping, says("must be a mapping", known)),
    strictObject(entries, ({ expected, path }) => {
      const key = String(path?.at(-1)?.key);
      if (expected !== "never") return says(`lacks the key ${quoted(key)}`, `add ${quoted(`${key}:`)} here`);
      const near = closest(key, names);
      return says("is an unknown key", near === void 0 ? known : `${didYouMean(near)} ${known}`);
    })
  );
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var text = pipe(
  string(says("must be text", textHelp)),
  check((value) => value.trim() !== "", says("must not be empty", "write something, or leave the key out"))
);
var glob = pipe(
  text,
  check(isGlob, says("must be a glob", "write it as in `policies/**/*.json`, with `!` before it to exclude"))
);
var listOf = (item) => pipe(
  array(item, says("must be a list", "write each entry on a line of its own, after `- `")),
  minLength(1, says("must hold at least one entry", "leave the key out to keep the default"))
);
var oneOrMore = union(
  [text, listOf(text)],
  says("must be text or a list of texts", "write one, or each on a line of its own after `- `")
);
var globs = pipe(
  oneOrMore,
  transform((value) => [value].flat()),
  check((values) => values.every(isGlob), says("must be globs", "write them as in `policies/**/*.json`"))
);
var attachment = pipe(
  oneOrMore,
  transform((value) => [value].flat()),
  check(
    (values) => values.every((value) => servicePrincipal.test(value) || value.startsWith("arn:")),
    says(
      "must be service principals or ARNs",
      "write for example `lambda.amazonaws.com` for a role that AWS Lambda assumes"
    )
  )
);
var date = pipe(
  string(says("must be a date", "write it as `YYYY-MM-DD`")),
  check(isDate, says("must be a day of the calendar", "write it as `YYYY-MM-DD`"))
);
var configSchema = keysOf({
  paths: optional(listOf(glob)),
  "fail-on": optional(oneOf(failOnLevels)),
  comments: optional(oneOf(commentModes)),
  "max-comments": optional(
    custom(
      (value) => Number.isSafeInteger(value) && Number(value) >= 0,
      says("must be a whole number, 0 or more", "the default is 30")
    )
  ),
  "resolve-threads": optional(boolean(says("must be true or false", "the default is false"))),
  contested: optional(oneOf(levels)),
  "forward-access-sessions": optional(oneOf(forwardAccessSessions)),
  suppressions: optional(
    listOf(keysOf({ rule: oneOf(ruleIds), file: glob, sid: optional(text), reason: text, expires: date }))
  ),
  catalogue: optional(
    keysOf({
      disable: optional(listOf(glob)),
      services: optional(listOf(text)),
      paths: optional(never(says("is not supported yet", "leave `catalogue.paths` out")))
    })
  ),
  policies: optional(
    listOf(
      keysOf({
        files: globs,
        type: optional(
          pipe(
            oneOf(Object.keys(policyTypes)),
            transform((name) => policyTypes[name])
          )
        ),
        "attached-to": optional(attachment)
      })
    )
  )
});
function readConfig(file, overrides) {
  const badGlob = overrides.paths?.find((pattern) => !isGlob(pattern));
  if (badGlob !== void 0)
    throw new ConfigError(`\`paths\`: ${quoted(badGlob)} is not a glob
  help: write it as in \`policies/**/*.json\``);
  const given = file === void 0 ? {} : readFile(file);
  return {
    paths: overrides.paths ?? given.paths,
    failOn: overrides.failOn ?? given["fail-on"] ?? "error",
    comments: overrides.comments ?? given.comments ?? "review",
    maxComments: overrides.maxComments ?? given["max-comments"] ?? 30,
    resolveThreads: overrides.resolveThreads ?? given["resolve-threads"] ?? false,
    contestedLevel: given.contested,
    forwardAccessSessions: given["forward-access-sessions"] ?? "unknown",
    suppressions: (given.suppressions ?? []).map(({ rule, file: file2, sid, reason, expires }) => {
      return { rule, matches: matcher([file2]), sid, reason, expires };
    }),
    catalogue: { disable: given.catalogue?.disable ?? [], services: given.catalogue?.services },
    policies: (given.policies ?? []).map((hint) => ({
      matches: matcher(hint.files),
      type: hint.type,
      // An ARN says on whom the policy hangs, not which service assumes it.
      assumedBy: (hint["attached-to"] ?? []).filter((name) => servicePrincipal.test(name))
    }))
  };
}
function readFile({ path, text: text2 }) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text2, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const place = (offset) => `${path}:${lines.linePos(offset).line}`;
  const broken = [...document.errors, ...document.warnings].map(
    ({ message, pos }) => `${place(pos[0])}: ${message}
  help: mend the YAML`
  );
  if (broken.length > 0) throw new ConfigError(broken.join("\n"));
  const result = safeParse(configSchema, plainValue(document, path) ?? {});
  if (result.success) return result.output;
  const found = result.issues.map((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key);
    const [wrong = "", help3 = ""] = issue.message.split("\n");
    const offset = offsetOf(document, keys);
    return { offset, message: `${place(offset)}: ${nameOf(issue, keys)} ${wrong}
  help: ${help3}` };
  }).toSorted((a, b) => a.offset - b.offset).map(({ message }) => message);
  throw new ConfigError(found.join("\n"));
}
function plainValue(document, path) {
  try {
    return document.toJS();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${path}:1: ${message}
  help: write values out instead of using aliases`, { cause });
  }
}
function offsetOf(document, keys) {
  let node = document.contents;
  let offset = 0;
  for (const key of keys) {
    const target = (0, import_yaml.isAlias)(node) ? node.resolve(document) : node;
    const pair2 = (0, import_yaml.isMap)(target) ? target.items.find((item) => String(item.key) === String(key)) : void 0;
    const at = (0, import_yaml.isSeq)(target) ? target.items[Number(key)] : pair2?.key;
    if (!(0, import_yaml.isNode)(at)) return offset;
    offset = at.range?.[0] ?? offset;
    node = pair2 === void 0 ? at : pair2.value;
  }
  return offset;
}
function nameOf(issue, keys) {
  const isMissing2 = issue.type === "strict_object" && issue.received === "undefined";
  const named = (isMissing2 ? keys.slice(0, -1) : keys).map(
    (key) => typeof key === "number" ? `[${key}]` : `.${String(key)}`
  );
  return named.length === 0 ? "the file" : quoted(named.join("").replace(/^\./, ""));
}
function isDate(value) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = /* @__PURE__ */ new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
var builtInGlobs = [
  "**/*.{tf,tf.json,hcl,json,jsonc,json5,yaml,yml,template,tpl,tftpl,j2}",
  "!**/{node_modules,vendor,dist,.terraform,cdk.out,__snapshots__,cassettes,recordings,.git}/**",
  "!**/*.{tfstate,tfstate.*,snap,snap.json}",
  "!**/*{.test,.spec}.*",
  "!**/{test_*.py,*_test.py,*_test.go}",
  "!**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,packages.lock.json,.terraform.lock.hcl}",
  "!**/*{tfplan,.plan}.json"
];
function fileFilter({ paths: paths2 }) {
  if (paths2 === void 0) return matcher(builtInGlobs);
  return matcher(paths2.every(isExclusion) ? [...builtInGlobs, ...paths2] : paths2);
}
function matcher(globs2) {
  const compiled = (some) => some.map((pattern) => (0, import_picomatch.default)(pattern, { dot: true }));
  const included = compiled(globs2.filter((pattern) => !isExclusion(pattern)).map(normalGlob));
  const excluded = compiled(globs2.filter(isExclusion).map((pattern) => normalGlob(pattern.slice(1))));
  return (path) => included.some((matches2) => matches2(path)) && !excluded.some((matches2) => matches2(path));
}
function isExclusion(pattern) {
  return pattern.startsWith("!") && !pattern.startsWith("!(");
}
function normalGlob(pattern) {
  return pattern.trim().replace(/^(\.?\/)+/, "").replace(/\/$/, "/**");
}
function isGlob(pattern) {
  const bare = normalGlob(isExclusion(pattern) ? pattern.slice(1) : pattern);
  return bare !== "" && bare.length <= 4096;
}
function engineSettings(config, now) {
  const { failOn, contestedLevel, forwardAccessSessions: forwardAccessSessions3, suppressions, policies } = config;
  return { failOn, contestedLevel, forwardAccessSessions: forwardAccessSessions3, suppressions, policyHints: policies, ...now };
}
function narrowed(registry2, { catalogue: { disable, services } }) {
  const unknown2 = services?.find((name) => !registry2.catalogue.some((path) => isCalledBy(path, name)));
  if (unknown2 !== void 0) {
    const near = closest(
      unknown2,
      registry2.catalogue.map(({ via: via38 }) => shortService(via38))
    );
    const help3 = near === void 0 ? "list the services with `sourceip-guard paths`" : didYouMean(near);
    throw new ConfigError(
      `\`catalogue.services\`: no path of the catalogue is called by ${quoted(unknown2)}
  help: ${help3}`
    );
  }
  const isDisabled = disable.length === 0 ? () => false : matcher(disable);
  const catalogue2 = registry2.catalogue.filter(
    (path) => !isDisabled(path.id) && (services === void 0 || services.some((name) => isCalledBy(path, name)))
  );
  return { ...registry2, catalogue: catalogue2 };
}
function isCalledBy({ via: via38 }, service) {
  const wanted = service.toLowerCase();
  return via38 === wanted || shortService(via38) === wanted;
}
function shortService(via38) {
  return via38.replace(/\.amazonaws\.com(\.cn)?$/, "");
}
function closest(word, candidates2) {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 2)));
  const [best] = candidates2.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) })).filter(({ distance }) => distance <= limit).toSorted((a, b) => a.distance - b.distance);
  return best?.candidate;
}
function editDistance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i, j) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped ? at(i - 2, j - 2) + 1 : Infinity));
    }
  }
  return at(a.length, b.length);
}
function didYouMean(name) {
  return `did you mean ${quoted(name)}?`;
}
function quoted(name) {
  return `\`${name}\``;
}
function listed(names) {
  return names.map(quoted).join(", ");
}

// src/version.ts
var version = true ? "0.1.0" : "0.0.0-source";

// src/cli/fix.ts
import { statSync as statSync2 } from "node:fs";
import { relative as relative2, resolve as resolve5 } from "node:path";

// src/changes/disk-file.ts
import { isUtf8 } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
function readDiskFile(path, location2) {
  return { file: { path, text: decodeText(readFileSync(location2)) }, location: location2 };
}
function decodeText(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 254 && bytes[1] === 255) return new TextDecoder("utf-16be").decode(bytes);
  return bytes.toString();
}
function rewriteFile(location2, before, after) {
  if (!readFileSync(location2).equals(Buffer.from(before))) return false;
  writeFileSync(location2, after);
  return true;
}
function nameText(name) {
  if (isUtf8(name)) return name.toString();
  return name.toString("latin1").replaceAll(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
function joinBytes(folder, name) {
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), name]);
}

// src/model/source.ts
function applyEdits(text2, edits) {
  const lastFirst = edits.toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  let result = text2;
  let untouchedUpTo = text2.length;
  for (const { range, newText } of lastFirst) {
    if (range.end > untouchedUpTo) throw new RangeError(`overlapping edits at offset ${range.start}`);
    result = result.slice(0, range.start) + newText + result.slice(range.end);
    untouchedUpTo = range.start;
  }
  return result;
}

// src/model/lines.ts
function lineStartsOf(text2) {
  const starts = [0];
  for (let at = 0; at < text2.length; at++) {
    const character = text2.charCodeAt(at);
    if (character === 10) starts.push(at + 1);
  }
  return starts;
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
function lineEditsOf(text2, edits) {
  const starts = lineStartsOf(text2);
  const groups = [];
  for (const edit2 of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    const first = lineAt(starts, edit2.range.start);
    const last = lineAt(starts, Math.max(edit2.range.start, edit2.range.end));
    const open = groups.at(-1);
    if (open !== void 0 && first <= open.last + 1) {
      open.last = Math.max(open.last, last);
      open.edits.push(edit2);
    } else groups.push({ first, last, edits: [edit2] });
  }
  return groups.map(({ first, last, edits: members }) => {
    const from = starts[first - 1] ?? 0;
    const end = endOfLine(text2, starts, last);
    const shifted = members.map(({ range, newText }) => ({
      range: { start: range.start - from, end: range.end - from },
      newText
    }));
    return { startLine: first, endLine: last, replacement: applyEdits(text2.slice(from, end), shifted) };
  });
}
function endOfLine(text2, starts, line) {
  const next = starts[line];
  if (next === void 0) return text2.length;
  return text2[next - 2] === "\r" ? next - 2 : next - 1;
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array2) {
    const ret = [];
    for (let i = 0; i < array2.length; i++) {
      if (array2[i]) {
        ret.push(array2[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
  for (let i = 0; i < s.length; i++) {
    if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
      return true;
    }
  }
  return false;
}
function quoteFileNameIfNeeded(s) {
  if (!needsQuoting(s)) {
    return s;
  }
  let result = '"';
  const bytes = new TextEncoder().encode(s);
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    if (b === 7) {
      result += "\\a";
    } else if (b === 8) {
      result += "\\b";
    } else if (b === 9) {
      result += "\\t";
    } else if (b === 10) {
      result += "\\n";
    } else if (b === 11) {
      result += "\\v";
    } else if (b === 12) {
      result += "\\f";
    } else if (b === 13) {
      result += "\\r";
    } else if (b === 34) {
      result += '\\"';
    } else if (b === 92) {
      result += "\\\\";
    } else if (b >= 32 && b <= 126) {
      result += String.fromCharCode(b);
    } else {
      result += "\\" + b.toString(8).padStart(3, "0");
    }
    i++;
  }
  result += '"';
  return result;
}
var INCLUDE_HEADERS = {
  includeIndex: true,
  includeUnderline: true,
  includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff2) => {
      const patch = diffLinesResultToPatch(diff2);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff2) {
    if (!diff2) {
      return;
    }
    diff2.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff2.length; i++) {
      const current = diff2[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff2[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff2.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  var _a, _b, _c, _d, _e, _f;
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (patch.isGit) {
    headerOptions = INCLUDE_HEADERS;
    if (!patch.oldFileName) {
      throw new Error("oldFileName must be specified for Git patches");
    }
    if (!patch.newFileName) {
      throw new Error("newFileName must be specified for Git patches");
    }
    let gitOldName = patch.oldFileName;
    let gitNewName = patch.newFileName;
    if (patch.isCreate && gitOldName === "/dev/null") {
      gitOldName = gitNewName.replace(/^b\//, "a/");
    } else if (patch.isDelete && gitNewName === "/dev/null") {
      gitNewName = gitOldName.replace(/^a\//, "b/");
    }
    ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
    if (patch.isDelete) {
      ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
    }
    if (patch.isCreate) {
      ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
    }
    if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
      ret.push("old mode " + patch.oldMode);
      ret.push("new mode " + patch.newMode);
    }
    if (patch.isRename) {
      ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
      ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
    }
    if (patch.isCopy) {
      ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
      ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
    }
  } else {
    if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
      ret.push("Index: " + patch.oldFileName);
    }
    if (headerOptions.includeUnderline) {
      ret.push("===================================================================");
    }
  }
  const hasHunks = patch.hunks.length > 0;
  if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
    ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
    ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
    for (const line of hunk.lines) {
      ret.push(line);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  if (typeof options === "function") {
    options = { callback: options };
  }
  if (!(options === null || options === void 0 ? void 0 : options.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
  } else {
    const { callback } = options;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options.headerOptions));
      }
    } }));
  }
}
function splitLines(text2) {
  const hasTrailingNl = text2.endsWith("\n");
  const result = text2.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/model/condition-keys.ts
var written = [
  "aws:CalledVia",
  "aws:CalledViaFirst",
  "aws:CalledViaLast",
  "aws:CurrentTime",
  "aws:EpochTime",
  "aws:MultiFactorAuthPresent",
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalIsAWSService",
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:PrincipalServiceName",
  "aws:PrincipalServiceNamesList",
  "aws:PrincipalType",
  "aws:RequestedRegion",
  "aws:SecureTransport",
  "aws:SourceAccount",
  "aws:SourceArn",
  "aws:SourceIp",
  "aws:SourceOrgID",
  "aws:SourceOrgPaths",
  "aws:SourceVpc",
  "aws:SourceVpcArn",
  "aws:SourceVpce",
  "aws:UserAgent",
  "aws:userid",
  "aws:username",
  "aws:ViaAWSService",
  "aws:VpceAccount",
  "aws:VpceOrgID",
  "aws:VpceOrgPaths",
  "aws:VpcSourceIp",
  "kms:ViaService",
  "lambda:SourceFunctionArn",
  "ec2:SourceInstanceARN",
  "glue:CredentialIssuingService",
  "glue:RoleAssumedBy",
  "codebuild:BuildArn",
  "codebuild:ProjectArn",
  "ssm:SourceInstanceARN"
];
var byLowerCase = new Map(written.map((name) => [name.toLowerCase(), name]));
function keyAsWritten(key) {
  return byLowerCase.get(key.toLowerCase()) ?? key;
}
var vpcKeys = [
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourcevpcarn",
  "aws:vpcsourceip",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths"
];

// src/report/simulate-command.ts
function simulateCommand(statement, version2, request) {
  const written4 = statementAsWritten(statement);
  if (written4 === void 0) return void 0;
  const allow = { Effect: "Allow", Action: "*", Resource: "*" };
  const policy = JSON.stringify({ Version: version2, Statement: [allow, written4] });
  const entries = [...request.keys].flatMap(([key, state]) => state.kind === "present" ? [{ key, values: state.values }] : []).toSorted((a, b) => a.key < b.key ? -1 : 1).map(({ key, values }) => ({
    ContextKeyName: keyAsWritten(key),
    ContextKeyValues: values,
    ContextKeyType: typeOf(key, values)
  }));
  return [
    "aws iam simulate-custom-policy",
    `--action-names ${quoted2(request.action)}`,
    `--resource-arns ${quoted2(request.resource)}`,
    `--context-entries ${quoted2(JSON.stringify(entries))}`,
    `--policy-input-list ${quoted2(policy)}`,
    "--query 'EvaluationResults[].EvalDecision' --output text"
  ].join(" ");
}
function typeOf(key, values) {
  if (key === "aws:sourceip" || key === "aws:vpcsourceip") return "ip";
  const boolean2 = values.every((value) => value === "true" || value === "false");
  if (boolean2) return "boolean";
  return values.length > 1 || key === "aws:calledvia" ? "stringList" : "string";
}
function quoted2(text2) {
  return `'${text2.replaceAll("'", `'\\''`)}'`;
}
function statementAsWritten({ actions, resources, conditions }) {
  const values = [
    ...actions.patterns,
    ...resources?.patterns ?? [],
    ...conditions.flatMap((condition) => condition.values)
  ];
  if (values.some(({ kind }) => kind === "unresolved")) return void 0;
  return {
    Effect: "Deny",
    ...element("Action", actions),
    ...resources === void 0 ? { Resource: "*" } : element("Resource", resources),
    Condition: conditionBlock(conditions)
  };
}
function element(name, { patterns, negated }) {
  return { [negated ? `Not${name}` : name]: patterns.map(textOf) };
}
function conditionBlock(conditions) {
  const block = {};
  for (const { operator, key, values } of conditions) {
    const { base, ifExists, quantifier } = operator.value;
    const name = `${quantifier === void 0 ? "" : `${quantifier}:`}${base}${ifExists ? "IfExists" : ""}`;
    block[name] = { ...block[name], [key.value]: values.map(textOf) };
  }
  return block;
}
function textOf(value) {
  return value.kind === "literal" ? value.text : "";
}

// src/report/wording.ts
function messageOf({ paths: paths2, detail, subject }) {
  if (detail !== void 0) return detail;
  const [first, ...more] = paths2;
  if (first === void 0) return "this Deny on aws:SourceIp denies calls that AWS services make";
  const verb = {
    denied: "is denied",
    contested: "is denied if one set of AWS’s documents is right",
    "may-be-denied": "may be denied"
  }[first.verdict];
  const lead = subject.change === "existing" || first.existing ? "" : "after this change ";
  const rest = more.length === 0 ? "" : ` (and ${more.length} more service-call ${more.length === 1 ? "path" : "paths"})`;
  return `${lead}${first.action} called through ${first.via} ${verb}: ${first.title}${rest}`;
}
var mechanisms = {
  "forward-access-session": "with the caller’s credentials (forward access session)",
  "service-role": "as a role that it assumes (service role)",
  "service-principal": "as itself (service principal)",
  "service-linked-role": "as its service-linked role",
  cloudshell: "from AWS CloudShell",
  console: "for the AWS console"
};
function mechanismText(mechanism) {
  return mechanisms[mechanism];
}
var verdicts = {
  denied: "denied",
  contested: "denied if one set of AWS’s documents is right",
  "may-be-denied": "may be denied"
};
function verdictText(verdict) {
  return verdicts[verdict];
}
function provenText({ clears, leaves }) {
  const total = clears.length + leaves.length;
  const cleared = leaves.length === 0 ? `${total === 1 ? "the service-call path is" : `all ${total} service-call paths are`}` : `${clears.length} of ${total} service-call paths are`;
  return `with it ${cleared} denied in no reading any more, and every direct request that was denied still is, from every address`;
}
function countsText({ files, findings, problems }) {
  const open = findings.filter(({ suppressed: suppressed2 }) => suppressed2 === void 0);
  const suppressed = findings.length - open.length;
  const of = (level) => open.filter(({ finding }) => finding.level === level).length;
  const parts = [
    ...["error", "warning", "notice"].map((level) => counted(of(level), level)),
    ...suppressed === 0 ? [] : [`${suppressed} suppressed`],
    ...problems.length === 0 ? [] : [counted(problems.length, "problem")]
  ];
  return `${counted(files.length, "file")} with aws:SourceIp checked: ${parts.join(", ")}`;
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function whyText({ verdict, readings, undecided }, { text: text2, source }) {
  const told = (denied) => readings.filter((reading2) => reading2.denied === denied).map((reading2) => `${text2(reading2.claim)} (${source(reading2.source)})`).join("; ");
  if (verdict === "denied") return `${text2("So AWS’s documents say:")} ${told(true)}.`;
  if (verdict === "may-be-denied")
    return text2(
      `It depends on what neither the file nor a document says${undecided.length === 0 ? "" : ": "}${undecided.join("; ")}.`
    );
  return `${text2("AWS’s documents disagree. Denied, if this holds:")} ${told(true)}. ${text2("Not denied, if this does:")} ${told(false)}.`;
}
var rightUnderAll = "The statement works only if the latter is right; with the condition below it is right under both.";
function morePathsText(count) {
  return `and ${counted(count, "more service-call path")}`;
}
function reachText({ clears, leaves }) {
  const rest = leaves.length === 0 ? "leaves none" : `leaves ${leaves.length}`;
  return `clears ${counted(clears.length, "service-call path")}, ${rest}`;
}

// src/report/json-report.ts
function jsonReport(report, version2) {
  return {
    schemaVersion: 1,
    tool: { name: "sourceip-guard", version: version2, catalogue: report.catalogueDate },
    conclusion: report.conclusion,
    files: report.files.map(({ path, format: format2, policies, statements }) => ({ path, format: format2, policies, statements })),
    problems: report.problems.map(({ file, range, message, help: help3, blocking }) => ({
      file: file.path,
      ...linesOf(lineStartsOf(file.text), range),
      message,
      help: help3,
      blocking
    })),
    findings: report.findings.map(jsonFinding)
  };
}
function jsonFinding(reported) {
  const { finding, fingerprint, remedies, suppressed } = reported;
  const { policy, statement, change } = finding.subject;
  return {
    rule: finding.ruleId,
    level: finding.level,
    file: policy.file.path,
    ...linesOf(lineStartsOf(policy.file.text), statement.range),
    sid: statement.sid?.value ?? null,
    policyType: policy.type,
    policyTypeBasis: policy.typeBasis,
    fingerprint,
    change,
    message: messageOf(finding),
    servicePaths: finding.paths.map((path) => jsonPath(path, finding.subject)),
    remedies: remedies.map((remedy) => jsonRemedy(policy.file.path, policy.file.text, remedy)),
    suppressed: suppressed ?? null
  };
}
function jsonPath(path, { statement, policy }) {
  const { witness } = path;
  const command = witness === void 0 ? void 0 : simulateCommand(statement, policy.version, witness);
  return {
    id: path.id,
    title: path.title,
    mechanism: path.mechanism,
    via: path.via,
    network: path.network,
    verdict: path.verdict,
    level: path.level,
    action: path.action,
    request: witness === void 0 ? null : jsonRequest(witness),
    command: command ?? null,
    readings: path.readings.map(({ claim, denied, source }) => ({ claim, denied, source: link(source) })),
    undecided: path.undecided,
    sources: path.sources.map(link),
    existing: path.existing
  };
}
function jsonRequest({ action, resource, principal, keys }) {
  const { kind, name, account: account2 } = principal;
  return {
    action,
    resource,
    principal: {
      type: kind,
      ...kind === "service" ? { service: name } : name === "" ? {} : { arn: name },
      ...account2 === void 0 ? {} : { account: account2 }
    },
    context: Object.fromEntries([...keys].toSorted(byKey).flatMap(([key, state]) => contextEntry(key, state)))
  };
}
function byKey([a], [b]) {
  return a < b ? -1 : 1;
}
function contextEntry(key, state) {
  if (state.kind !== "present") return [];
  const [only, ...more] = state.values;
  return [[keyAsWritten(key), only !== void 0 && more.length === 0 ? only : state.values]];
}
function jsonRemedy(path, text2, remedy) {
  const { id, title, clears, leaves, opens, edits, patchedText } = remedy;
  return {
    id,
    title,
    clears,
    leaves,
    opens,
    edits: lineEditsOf(text2, edits),
    patch: unifiedDiff(path, text2, patchedText)
  };
}
function unifiedDiff(path, before, after) {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, void 0, void 0, { context: 3 }).replace(
    /^=+\n/,
    ""
  );
}
function linesOf(starts, range) {
  return { startLine: lineAt(starts, range.start), endLine: lineAt(starts, Math.max(range.start, range.end - 1)) };
}
function link({ title, url }) {
  return { title, url };
}

// src/report/plain-text.ts
var invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u115f\u1160\u3164\uffa0]|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]/gu;
function visible(text2) {
  return text2.replaceAll(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === "	") return "    ";
    if (code > 65535) return `\\u{${code.toString(16)}}`;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
function visibleLines(text2) {
  return text2.split("\n").map(visible).join("\n");
}
var wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
function columnsOf(text2) {
  return [...text2].reduce((sum, character) => sum + (new RegExp("\\p{M}", "u").test(character) ? 0 : wide.test(character) ? 2 : 1), 0);
}

// src/report/terminal.ts
import { styleText } from "node:util";

// src/report/excerpt.ts
var maxLines = 16;
var maxColumns = 140;
function excerptOf(text2, range, marks) {
  const starts = lineStartsOf(text2);
  const first = lineAt(starts, range.start);
  const last = lineAt(starts, Math.max(range.start, range.end - 1));
  const marked = new Set(
    marks.flatMap(({ start, end }) => [lineAt(starts, start), lineAt(starts, Math.max(start, end - 1))])
  );
  const all2 = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const isShown = (line) => all2.length <= maxLines || line - first < 2 || line === last || [line - 1, line, line + 1].some((near) => marked.has(near));
  return all2.flatMap((line) => {
    if (!isShown(line)) return isShown(line - 1) ? [{ kind: "gap" }] : [];
    return shownLine(text2, starts, line, marks);
  });
}
function shownLine(text2, starts, line, marks) {
  const whole = lineRange(text2, starts, line);
  const own = marks.map(
    ({ start, end }) => withoutBlanks(text2, { start: Math.max(start, whole.start), end: Math.min(end, whole.end) })
  ).filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  const window = windowOf(whole, own[0]);
  const [before, after] = [window.start > whole.start ? "…" : "", window.end < whole.end ? "…" : ""];
  const cut = (start, end) => visible(text2.slice(Math.max(start, window.start), Math.max(window.start, Math.min(end, window.end))));
  const shown2 = { kind: "text", line, text: `${before}${cut(whole.start, whole.end)}${after}` };
  const underline = own.reduce((drawn, { start, end }) => {
    const from = columnsOf(before + cut(whole.start, start));
    return drawn.padEnd(from) + "^".repeat(columnsOf(cut(start, end)));
  }, "");
  return underline.trim() === "" ? [shown2] : [shown2, { kind: "marks", text: underline }];
}
function withoutBlanks(text2, { start, end }) {
  const marked = text2.slice(start, end);
  return { start: start + marked.length - marked.trimStart().length, end: start + marked.trimEnd().length };
}
function windowOf(line, mark) {
  if (line.end - line.start <= maxColumns) return line;
  const start = Math.max(line.start, Math.min((mark?.start ?? line.start) - 30, line.end - maxColumns));
  return { start, end: Math.min(line.end, start + maxColumns) };
}
function lineRange(text2, starts, line) {
  const start = starts[line - 1] ?? 0;
  const next = starts[line] ?? text2.length + 1;
  const end = text2[next - 2] === "\r" ? next - 2 : next - 1;
  return { start, end: Math.max(start, end) };
}

// src/report/terminal.ts
var shownPaths = 5;
var mostColumns = 300;
var styleOf = { error: "red", warning: "yellow", notice: "blue" };
function terminalReport(report, { colour, quiet }) {
  const paint = painter(colour);
  const problems = report.problems.map((problem) => quiet ? [shortProblem(problem)] : longProblem(problem, paint));
  const findings = report.findings.map(
    (found) => quiet || isMinor(found) ? [shortFinding(found, paint)] : longFinding(found, paint)
  );
  if (quiet) return asText([...problems, ...findings].flat());
  const conclusion = report.conclusion === "success" ? paint("green", "passed") : paint("red", "failed");
  const sections = [...problems, ...findings.filter(isLong), findings.filter((lines) => !isLong(lines)).flat()];
  const filled = sections.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""]);
  return asText([...filled, `${countsText(report)}; ${conclusion}`]);
}
function painter(colour) {
  return (style, text2) => colour ? styleText(style, text2, { validateStream: false }) : text2;
}
function asText(lines) {
  return lines.map((line) => `${line.trimEnd()}
`).join("");
}
function isLong(lines) {
  return lines.length > 1;
}
function isMinor({ finding, suppressed }) {
  return finding.level === "notice" || suppressed !== void 0;
}
function shortFinding({ finding, suppressed }, paint) {
  const { level, ruleId, subject } = finding;
  const note = suppressed === void 0 ? "" : ` (suppressed until ${suppressed.expires}: ${visible(suppressed.reason)})`;
  const place = placeOf(subject.policy.file, subject.statement.range);
  return `${place}: ${paint(styleOf[level], `${level}[${ruleId}]`)} ${visible(messageOf(finding))}${note}`;
}
function shortProblem({ file, range, message, blocking }) {
  return `${placeOf(file, range)}: ${blocking ? "error" : "warning"} ${visible(message)}`;
}
function placeOf({ path, text: text2 }, { start }) {
  return `${visible(path)}:${lineAt(lineStartsOf(text2), start)}`;
}
function longProblem({ file, range, message, help: help3, blocking }, paint) {
  const level = blocking ? "error" : "warning";
  return [
    `${paint(styleOf[level], level)}${paint("bold", `: ${visible(message)}`)}`,
    ...snippet(file, range, [range], paint),
    `${paint("cyan", "help")}: ${visible(help3)}`
  ];
}
function longFinding({ finding, remedies }, paint) {
  const { level, ruleId, subject, paths: paths2 } = finding;
  const { policy, statement } = subject;
  return [
    `${paint(styleOf[level], `${level}[${ruleId}]`)}${paint("bold", `: ${visible(messageOf(finding))}`)}`,
    ...snippet(policy.file, statement.range, sourceIpMarks(statement), paint),
    ...paths2.length === 0 ? [] : [...brokenPaths(paths2, paint), ...example(paths2, paint), ...reasons(paths2, paint)],
    ...help(policy.file, remedies, paint)
  ];
}
function sourceIpMarks({ conditions }) {
  return conditions.filter(({ key }) => key.value.toLowerCase() === "aws:sourceip").flatMap(({ operator, key, values }) => {
    const end = Math.max(key.range.end, ...values.map(({ range }) => range.end));
    return end - operator.range.start <= 100 ? [{ start: operator.range.start, end }] : [operator.range, key.range];
  });
}
function snippet(file, range, marks, paint) {
  const lines = excerptOf(file.text, range, marks);
  const width = Math.max(...lines.map((line) => line.kind === "text" ? String(line.line).length : 1));
  const gutter = (label) => paint("blue", `${label.padStart(width)} |`);
  const shown2 = lines.map((line) => {
    if (line.kind === "gap") return paint("blue", "...");
    if (line.kind === "marks") return `${gutter("")} ${paint("red", line.text)}`;
    return `${gutter(String(line.line))} ${line.text}`;
  });
  return [`${" ".repeat(width)}${paint("blue", "-->")} ${placeOf(file, range)}`, gutter(""), ...shown2, gutter("")];
}
function brokenPaths(paths2, paint) {
  const shown2 = paths2.slice(0, shownPaths).flatMap(({ title, action, via: via38, verdict }) => [
    `  - ${visible(title)}`,
    `    ${visible(action)} through ${visible(via38)}: ${verdictText(verdict)}`
  ]);
  const rest = paths2.slice(shownPaths);
  const mechanisms2 = [...new Set(rest.map(({ mechanism }) => mechanism))];
  const groups = mechanisms2.map((name) => {
    const count = rest.filter(({ mechanism }) => mechanism === name).length;
    return `    ${count} where a service calls ${mechanismText(name)}`;
  });
  const more = rest.length === 0 ? [] : [`  - and ${counted(rest.length, "more path")}:`, ...groups];
  return [`${paint("cyan", "denies")}: calls that AWS services make`, ...shown2, ...more];
}
function example(paths2, paint) {
  const witness = paths2.find((path) => path.witness !== void 0)?.witness;
  if (witness === void 0) return [];
  const { action, resource, principal, keys } = witness;
  const present2 = [...keys].flatMap(
    ([key, state]) => state.kind === "present" ? [`${key} = ${state.values.join(", ")}`] : []
  );
  return [
    `${paint("cyan", "for example")}: ${visible(action)} on ${visible(resource)}`,
    ...[`by ${principal.name || "anybody"}`, ...present2].map((line) => `  ${visible(line)}`)
  ];
}
function reasons(paths2, paint) {
  const shown2 = paths2.slice(0, shownPaths);
  const readings = /* @__PURE__ */ new Map();
  for (const reading2 of shown2.flatMap((path) => path.readings))
    readings.set(`${reading2.denied} ${reading2.claim} ${reading2.source.url}`, reading2);
  const undecided = [...new Set(shown2.flatMap((path) => path.undecided))];
  const lead = shown2.some(({ verdict }) => verdict === "contested") ? "AWS’s documents disagree" : "this is what AWS’s documents say";
  return [
    `${paint("cyan", "why")}: ${lead}`,
    ...[...readings.values()].toSorted((a, b) => Number(b.denied) - Number(a.denied)).flatMap(({ claim, denied, source }) => [
      `  - ${denied ? "denied" : "not denied"}: ${visible(claim)}`,
      `    ${visible(source.title)} ${paint("underline", visible(source.url))}`
    ]),
    ...undecided.map((clause) => `  - undecided: ${visible(clause)}`)
  ];
}
function help(file, [first, ...others], paint) {
  if (first === void 0) return [];
  const lead = (remedy, or) => [
    `${paint("cyan", "help")}: ${or}${remedy.title} (\`${remedy.id}\`)`,
    `  proven: ${provenText(remedy)}`,
    ...remedy.opens.map((way) => `  but an outsider could newly reach ${visible(way)}`)
  ];
  const diff2 = first.opens.length > 0 ? "" : unifiedDiff(file.path, file.text, first.patchedText);
  const patch = diff2 === "" ? [] : paintedDiff(diff2.split("\n").map(cutShort).join("\n"), paint);
  return [...lead(first, ""), ...patch.map((line) => `  ${line}`), ...others.flatMap((remedy) => lead(remedy, "or "))];
}
function cutShort(line) {
  return line.length <= mostColumns ? line : `${line.slice(0, mostColumns)}… (\`fix --dry-run\` prints all of it)`;
}
function paintedDiff(diff2, paint) {
  const lines = diff2.trimEnd().split("\n");
  return lines.map((line) => {
    const shown2 = visible(line.replace(/\r$/, ""));
    const style = { "+": "green", "-": "red", "@": "cyan" }[line.slice(0, 1)];
    return style === void 0 ? shown2 : paint(style, shown2);
  });
}

// src/cli/shell.ts
import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
function openOutput({ folder, env, output }, file) {
  if (file === void 0) {
    const isTerminal = output.isTTY === true;
    const write3 = (text2) => void output.write(text2);
    return { write: write3, close: () => {
    }, colour: wantsColour(isTerminal, env), isTerminal };
  }
  const descriptor = openSync(resolve(folder, file), "w");
  const write2 = (text2) => void writeSync(descriptor, text2);
  return { write: write2, close: () => closeSync(descriptor), colour: false, isTerminal: false };
}
function wantsColour(isTerminal, env) {
  return isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}
function tell({ errors }, kind, text2) {
  errors.write(`${kind}: ${visibleLines(text2)}
`);
}

// src/cli/usage.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";
import { parseArgs } from "node:util";
var UsageError = class extends Error {
};
var helpOption = { help: "show this" };
function parseCall(synopsis, args) {
  const options = { help: { type: "boolean", short: "h" } };
  for (const [name, { value }] of Object.entries(synopsis.options))
    options[name] = { type: value === void 0 ? "boolean" : "string" };
  const { values, positionals } = parseOrExplain(synopsis, args, options);
  if (positionals.length > synopsis.maxOperands)
    throw usage(synopsis, `\`${positionals[synopsis.maxOperands]}\` is one operand too many`);
  const given = Object.entries(values);
  return {
    flags: new Map(given.flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : [])),
    switches: new Set(given.flatMap(([name, value]) => value === true ? [name] : [])),
    operands: positionals
  };
}
function parseOrExplain(synopsis, args, options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const unknown2 = /^Unknown option '(--?[^']*)'/.exec(message)?.[1];
    if (unknown2 === void 0) throw usage(synopsis, message.split(".")[0] ?? message);
    const near = closest(
      unknown2,
      Object.keys(options).map((name) => `--${name}`)
    );
    throw usage(synopsis, `unknown option \`${unknown2}\``, near);
  }
}
function usage({ name }, wrong, near) {
  const guess = near === void 0 ? "" : `did you mean \`${near}\`? `;
  return new UsageError(`${wrong}
  help: ${guess}see \`sourceip-guard ${name} --help\``);
}
function readFlag({ flags }, synopsis, flag, folder) {
  const file = flags.get(flag);
  if (file === void 0) return void 0;
  try {
    return readFileSync2(resolve2(folder, file), "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw usage(synopsis, `\`--${flag}\`: \`${file}\` cannot be read: ${reason}`);
  }
}
function choiceOf({ flags }, synopsis, flag, choices) {
  const given = flags.get(flag);
  if (given === void 0) return void 0;
  const chosen = choices.find((choice) => choice === given);
  if (chosen !== void 0) return chosen;
  throw usage(synopsis, `\`--${flag}\` must be one of ${choices.join(", ")}, not \`${given}\``, closest(given, choices));
}
function helpOf({ name, operands, does, options }) {
  const rows = Object.entries({ ...options, help: helpOption }).map(
    ([option, { value, help: help3 }]) => [`--${option}${value === void 0 ? "" : ` ${value}`}`, help3]
  );
  return `${["usage: sourceip-guard", name, "[OPTIONS]", operands].join(" ").trimEnd()}

${does}

${table(rows)}`;
}
function table(rows) {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}
`).join("");
}

// src/cli/workspace.ts
import { existsSync as existsSync2, readFileSync as readFileSync3 } from "node:fs";
import { join as join2 } from "node:path";

// src/changes/files.ts
import { lstatSync, readdirSync, statSync } from "node:fs";
import { relative, resolve as resolve3, sep } from "node:path";
function findFiles(names, place, selection) {
  const found = names.map((name) => findNamed(name, place, selection));
  const byPath = new Map(found.flatMap(({ files }) => files).map((file) => [file.file.path, file]));
  return { files: [...byPath.values()], notes: [...new Set(found.flatMap(({ notes }) => notes))] };
}
function findNamed(name, place, selection) {
  const location2 = resolve3(place.folder, name);
  const status = statSync(location2, { throwIfNoEntry: false });
  if (status === void 0)
    throw new ChangesError(`there is no file or folder \`${name}\`
  help: names are looked up from ${place.folder}`);
  if (status.isDirectory()) return findInFolder(location2, place, selection);
  return { files: [readDiskFile(pathFrom(place.root, location2), Buffer.from(location2))], notes: [] };
}
function pathFrom(root2, location2) {
  return relative(root2, location2).split(sep).join("/");
}
function findInFolder(folder, { root: root2 }, { wants, holds: holds2 }) {
  const prefix = pathFrom(root2, folder);
  const files = [];
  const notes = [];
  for (const name of listFolder(folder)) {
    const path = prefix === "" ? nameText(name) : `${prefix}/${nameText(name)}`;
    const location2 = joinBytes(folder, name);
    const status = lstatSync(location2, { throwIfNoEntry: false });
    if (status?.isDirectory()) notes.push(`\`${path}\` is a repository of its own and is not read`);
    if (status === void 0 || status.isDirectory() || !wants(path)) continue;
    if (status.isSymbolicLink()) notes.push(`\`${path}\` is a symbolic link and is not read`);
    if (!status.isFile()) continue;
    const file = readDiskFile(path, location2);
    if (holds2(file.file.text)) files.push(file);
  }
  return { files, notes };
}
function listFolder(folder) {
  const listed3 = repositoryRoot(folder) === void 0 ? [] : splitAtNul(git(folder, ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]));
  return listed3.length > 0 ? unique(listed3) : walk(Buffer.from(folder), void 0);
}
function unique(names) {
  return [...new Map(names.map((name) => [name.toString("latin1"), name])).values()];
}
var neverWalked = ["node_modules", ".git"];
function walk(folder, prefix) {
  const entries = readdirSync(folder, { withFileTypes: true, encoding: "buffer" });
  return entries.flatMap((entry) => {
    const name = prefix === void 0 ? entry.name : joinBytes(prefix, entry.name);
    if (!entry.isDirectory()) return [name];
    return neverWalked.includes(entry.name.toString()) ? [] : walk(joinBytes(folder, entry.name), name);
  });
}

// src/changes/local-git.ts
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve as resolve4 } from "node:path";
function localChange(comparison, selection) {
  const { root: root2, head } = comparison;
  const base = mergeBase(comparison);
  const raw = head === void 0 ? workingTreeDiff(root2, base, selection) : git(root2, [...diffTree, base, commitOf(root2, head)]);
  const listed3 = parseRaw(raw, head === void 0 ? "working-tree" : "commit");
  const entries = listed3.filter(({ name }) => selection.wants(nameText(name)));
  const blobs = readBlobs(root2, entries);
  const sides = entries.map((entry) => readEntry(root2, entry, blobs));
  const kept = sides.filter(({ base: base2, head: head2 }) => [base2, head2?.file].some((file) => file && selection.holds(file.text)));
  return {
    files: kept.map(({ base: base2, head: head2 }) => ({ base: base2, head: head2?.file })),
    onDisk: kept.flatMap(({ head: head2 }) => head2?.location === void 0 ? [] : [{ ...head2, location: head2.location }]),
    notes: [.../* @__PURE__ */ new Set([...listed3.flatMap(submoduleNote), ...entries.flatMap(linkNote)])]
  };
}
var diffTree = ["diff-tree", "-r", "-z", "-M", "--raw", "--no-ext-diff"];
var diffIndex = ["diff-index", "-z", "-M", "--raw", "--no-ext-diff"];
function mergeBase({ root: root2, base, head }) {
  const from = commitOf(root2, base ?? defaultBranch(root2));
  const to = commitOf(root2, head ?? "HEAD");
  const { status, out } = askGit(root2, ["merge-base", from, to]);
  if (status === 0) return out.toString().trim();
  throw new ChangesError(
    `\`${base ?? defaultBranch(root2)}\` and \`${head ?? "HEAD"}\` have no commit in common
  help: a shallow clone lacks history: fetch more with \`git fetch --unshallow\``
  );
}
function commitOf(root2, ref) {
  const { status, out } = askGit(root2, ["rev-parse", "--quiet", "--verify", "--end-of-options", `${ref}^{commit}`]);
  if (status === 0) return out.toString().trim();
  throw new ChangesError(
    ref === "HEAD" ? "this repository has no commit yet\n  help: use `sourceip-guard check`" : `\`${ref}\` is no commit, branch or tag here
  help: \`git branch --all\` lists the branches; \`git fetch\` brings new ones`
  );
}
function defaultBranch(root2) {
  const { status, out } = askGit(root2, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]);
  const candidates2 = [status === 0 ? out.toString().trim() : void 0, "origin/main", "origin/master"];
  const found = candidates2.find(
    (ref) => ref !== void 0 && askGit(root2, ["rev-parse", "--quiet", "--verify", `${ref}^{commit}`]).status === 0
  );
  if (found !== void 0) return found;
  throw new ChangesError(
    "no default branch of a remote is known here\n  help: say what to compare with, as in `--base main`"
  );
}
function workingTreeDiff(root2, base, { wants }) {
  const untracked = splitAtNul(git(root2, ["ls-files", "--others", "--exclude-standard", "-z"])).filter(
    (name) => name.at(-1) !== 47 && wants(nameText(name))
  );
  if (untracked.length === 0) return git(root2, [...diffIndex, base]);
  const folder = mkdtempSync(join(tmpdir(), "sourceip-guard-"));
  try {
    const index = resolve4(root2, git(root2, ["rev-parse", "--git-path", "index"]).toString().trim());
    const copy = join(folder, "index");
    if (existsSync(index)) copyFileSync(index, copy);
    const env = { GIT_INDEX_FILE: copy };
    const input = Buffer.concat(untracked.flatMap((name) => [name, Buffer.of(0)]));
    git(root2, ["add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"], { input, env });
    return git(root2, [...diffIndex, base], { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
function parseRaw(raw, head) {
  const parts = splitAtNul(raw);
  const entries = /* @__PURE__ */ new Map();
  while (parts.length > 0) {
    const [from = "", to = "", blobFrom, blobTo, status = ""] = (parts.shift() ?? "").toString().slice(1).split(" ");
    const oldName = parts.shift() ?? Buffer.of();
    const newName = /^[RC]/.test(status) ? parts.shift() ?? Buffer.of() : oldName;
    const before = sideOf(oldName, from, blobFrom);
    const after = sideOf(newName, status === "U" ? "100644" : to, head === "commit" ? blobTo : void 0);
    const key = newName.toString("latin1");
    entries.set(key, { name: newName, before: before ?? entries.get(key)?.before, after });
  }
  return [...entries.values()];
}
function sideOf(name, mode, blob) {
  return mode === "000000" ? void 0 : { name, mode, blob };
}
function isFile(side) {
  return side?.mode.startsWith("100") ?? false;
}
function readBlobs(root2, entries) {
  const wanted = entries.flatMap(
    ({ before, after }) => [before, after].flatMap((side) => isFile(side) && side.blob !== void 0 ? [side.blob] : [])
  );
  if (wanted.length === 0) return /* @__PURE__ */ new Map();
  const out = git(root2, ["cat-file", "--batch"], { input: [...new Set(wanted)].map((blob) => `${blob}
`).join("") });
  const blobs = /* @__PURE__ */ new Map();
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const [blob = "", kind, size] = out.toString("latin1", at, end).split(" ");
    if (kind !== "blob")
      throw new ChangesError(
        `the content of ${blob} is not in this clone
  help: fetch it, for example with \`git fetch\``
      );
    blobs.set(blob, out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return blobs;
}
function readEntry(root2, { before, after }, blobs) {
  const fromBlob = ({ name, blob = "" }) => ({
    path: nameText(name),
    text: decodeText(blobs.get(blob) ?? Buffer.of())
  });
  const base = isFile(before) ? fromBlob(before) : void 0;
  if (!isFile(after)) return { base, head: void 0 };
  if (after.blob !== void 0) return { base, head: { file: fromBlob(after) } };
  const location2 = joinBytes(root2, after.name);
  return { base, head: existsSync(location2) ? readDiskFile(nameText(after.name), location2) : void 0 };
}
function submoduleNote({ after }) {
  return after?.mode === "160000" ? [`\`${nameText(after.name)}\` is a repository of its own and is not read`] : [];
}
function linkNote({ after }) {
  return after?.mode === "120000" ? [`\`${nameText(after.name)}\` is a symbolic link and is not read`] : [];
}

// src/diff/canonical.ts
function canonicalStatement(statement, { version: version2, type }) {
  return JSON.stringify([
    type,
    version2,
    statement.effect,
    statement.principals === void 0 ? null : [
      statement.principals.negated,
      sorted(statement.principals.entries.map(({ kind, value }) => `${kind}:${textOf2(value)}`))
    ],
    selector(statement.actions, (text2) => text2.toLowerCase()),
    statement.resources === void 0 ? null : selector(statement.resources, (text2) => text2),
    sorted(statement.conditions.map(canonicalCondition)),
    statement.undecidable
  ]);
}
function canonicalCondition({ operator, key, values }) {
  const { base, ifExists, quantifier } = operator.value;
  return JSON.stringify([quantifier ?? "", base, ifExists, key.value.toLowerCase(), sorted(values.map(textOf2))]);
}
function selector({ patterns, negated }, fold) {
  return [negated, sorted(patterns.map((pattern) => fold(textOf2(pattern))))];
}
function textOf2(value) {
  if (value.expression !== void 0) return `\${${value.expression}}`;
  return `=${value.kind === "literal" ? value.text : ""}`;
}
function sorted(texts) {
  return [...new Set(texts)].toSorted();
}

// src/diff/pair-policies.ts
function pairPolicies(base, head) {
  const baseOf = /* @__PURE__ */ new Map();
  const headOf = /* @__PURE__ */ new Map();
  const pair2 = (same) => {
    for (const after of head.filter((policy) => !baseOf.has(policy))) {
      const before = base.find((candidate) => !headOf.has(candidate) && same(candidate, after));
      if (before === void 0) continue;
      baseOf.set(after, before);
      headOf.set(before, after);
    }
  };
  const meanings = new Map([...base, ...head].map((policy) => [policy, meaningOf(policy)]));
  pair2((before, after) => before.address === after.address && meanings.get(before) === meanings.get(after));
  pair2((before, after) => meanings.get(before) === meanings.get(after));
  pair2((before, after) => before.address === after.address);
  const single = head.filter((policy) => !baseOf.has(policy)).length === 1 && base.length - headOf.size === 1;
  if (single) pair2(() => true);
  return { baseOf, headOf };
}
function meaningOf(policy) {
  return JSON.stringify(policy.statements.map((statement) => canonicalStatement(statement, policy)).toSorted());
}

// src/diff/changed-statements.ts
function changedStatements(pairs) {
  const remaining = pairs.map(({ base, head }) => unequal(base, head));
  const homeless = remaining.flatMap(({ left, paired }) => left.filter(({ policy }) => !paired.headOf.has(policy)));
  return remaining.flatMap(
    ({ left, unmatched, paired }) => unmatched.filter(({ policy, meaning }) => paired.baseOf.has(policy) || !takeEqual(homeless, meaning)).map((item) => changed(item, left, paired.baseOf.get(item.policy)))
  );
}
function changed({ policy, statement }, left, beforePolicy) {
  const previous = predecessor(statement, left, beforePolicy);
  return {
    policy,
    statement,
    change: previous === void 0 ? "added" : "modified",
    previous,
    before: (beforePolicy?.statements ?? []).filter(({ effect }) => effect === "Deny"),
    beforePolicy
  };
}
function allStatements(policies) {
  return policies.flatMap(placed).map(({ policy, statement }) => {
    return { policy, statement, change: "existing", previous: void 0, before: [], beforePolicy: void 0 };
  });
}
function placed(policy) {
  return policy.statements.filter(testsSourceIp).map((statement) => ({ policy, statement, meaning: canonicalStatement(statement, policy) }));
}
function testsSourceIp({ effect, conditions }) {
  return effect === "Deny" && conditions.some(({ key }) => key.value.toLowerCase() === "aws:sourceip");
}
function unequal(base, head) {
  const paired = pairPolicies(base, head);
  const left = base.flatMap(placed);
  const unmatched = head.flatMap(placed).filter(({ policy, meaning }) => {
    const home = paired.baseOf.get(policy);
    return home === void 0 || !takeEqual(left, meaning, home);
  });
  return { left, unmatched, paired };
}
function takeEqual(items, meaning, policy) {
  const at = items.findIndex((item) => item.meaning === meaning && (policy === void 0 || item.policy === policy));
  if (at >= 0) items.splice(at, 1);
  return at >= 0;
}
function predecessor(statement, left, policy) {
  const own = left.filter((candidate) => candidate.policy === policy).map((candidate) => candidate.statement);
  const sid = statement.sid?.value;
  const named = sid === void 0 ? void 0 : own.find((candidate) => candidate.sid?.value === sid);
  if (named !== void 0) return named;
  const [best] = own.map((candidate) => ({ candidate, likeness: likeness(candidate, statement) })).toSorted((a, b) => b.likeness - a.likeness);
  return best !== void 0 && best.likeness >= 0.5 ? best.candidate : void 0;
}
function likeness(a, b) {
  const left = partsOf(a);
  const right = partsOf(b);
  const common = [...left].filter((part) => right.has(part)).length;
  return common / Math.max(1, left.size + right.size - common);
}
function partsOf({ actions, resources, conditions }) {
  const texts = (selector2, name) => (selector2?.patterns ?? []).map(
    (pattern) => `${name}:${pattern.kind === "literal" ? pattern.text : pattern.expression}`
  );
  return /* @__PURE__ */ new Set([...texts(actions, "action"), ...texts(resources, "resource"), ...conditions.map(canonicalCondition)]);
}

// node_modules/@noble/hashes/_u64.js
var fromNumH = (n) => n / 2 ** 32 | 0;
var fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
  const h = fromNumH(n);
  const l = fromNumL(n);
  view.setUint32(byteOffset, isLE ? l : h, isLE);
  view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}

// node_modules/@noble/hashes/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
var atitle = (title) => title ? `"${title}" ` : "";
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message);
  throw new RangeError(message);
}
var aobject = (value, label) => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
var aopts = (value, label) => {
  aobject(value, label);
  const proto = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null)
    throw new TypeError(`"${label}" expected plain object`);
  if (Object.hasOwn(value, "__proto__"))
    throw new TypeError(`"${label}.__proto__" is not allowed`);
};
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function rotr(word, shift) {
  return word << 32 - shift | word >>> shift;
}
var hasHexBuiltin = /* @__PURE__ */ (() => (
  // @ts-ignore
  typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
))();
var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bytesToHex(bytes) {
  abytes(bytes);
  if (hasHexBuiltin)
    return bytes.toHex();
  let hex = "";
  for (let i = 0; i < bytes.length; i++) {
    hex += hexes[bytes[i]];
  }
  return hex;
}
function utf8ToBytes(str) {
  if (typeof str !== "string")
    throw new TypeError("string expected");
  const encoded = new TextEncoder().encode(str);
  try {
    return new Uint8Array(encoded);
  } finally {
    clean(encoded);
  }
}
function checkOpts(defaults, opts, title = "opts") {
  aopts(defaults, "defaults");
  if (opts !== void 0)
    aopts(opts, title);
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
  return merged;
}
function createHasher(hashCons, info = {}) {
  if (typeof hashCons !== "function")
    throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
  info = checkOpts({}, info, "info");
  const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
  const tmp = hashCons(void 0);
  hashC.outputLen = tmp.outputLen;
  hashC.blockLen = tmp.blockLen;
  hashC.canXOF = tmp.canXOF;
  hashC.create = (opts) => hashCons(opts);
  Object.assign(hashC, info);
  return Object.freeze(hashC);
}
var oidNist = (suffix) => ({
  // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
  // Larger suffix values would need base-128 OID encoding and a different length byte.
  oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
});

// node_modules/@noble/hashes/_md.js
function Chi(a, b, c) {
  return a & b ^ ~a & c;
}
function Maj(a, b, c) {
  return a & b ^ a & c ^ b & c;
}
var HashMD = class {
  blockLen;
  outputLen;
  canXOF = false;
  padOffset;
  isLE;
  // For partial updates less than block size
  buffer;
  view;
  finished = false;
  length = 0;
  pos = 0;
  destroyed = false;
  constructor(blockLen, outputLen, padOffset, isLE) {
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.padOffset = padOffset;
    this.isLE = isLE;
    this.buffer = new Uint8Array(blockLen);
    this.view = createView(this.buffer);
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { view, buffer, blockLen } = this;
    const len = data.length;
    let processed = false;
    for (let pos = 0; pos < len; ) {
      const take = Math.min(blockLen - this.pos, len - pos);
      if (take === blockLen) {
        const dataView = createView(data);
        for (; blockLen <= len - pos; pos += blockLen)
          this.process(dataView, pos);
        processed = true;
        continue;
      }
      buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
      this.pos += take;
      pos += take;
      if (this.pos === blockLen) {
        this.process(view, 0);
        this.pos = 0;
        processed = true;
      }
    }
    this.length += data.length;
    if (processed)
      this.roundClean();
    return this;
  }
  digestInto(out) {
    aexists(this);
    aoutput(out, this);
    this.finished = true;
    const { buffer, view, blockLen, isLE } = this;
    let { pos } = this;
    buffer[pos++] = 128;
    buffer.fill(0, pos);
    if (this.padOffset > blockLen - pos) {
      this.process(view, 0);
      buffer.fill(0);
    }
    setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
    this.process(view, 0);
    this.roundClean();
    const oview = out === buffer ? view : createView(out);
    const len = this.outputLen;
    const outLen = len / 4;
    const state = this.get();
    if (len % 4 || outLen > state.length)
      throw new Error("invalid outputLen");
    for (let i = 0; i < outLen; i++)
      oview.setUint32(4 * i, state[i], isLE);
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  _cloneIntoMeta(to) {
    const { buffer, length, finished, destroyed, pos } = this;
    to.destroyed = destroyed;
    to.finished = finished;
    to.length = length;
    to.pos = pos;
    if (pos)
      to.buffer.set(buffer);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
};
var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
]);

// node_modules/@noble/hashes/sha2.js
var SHA256_K = /* @__PURE__ */ Uint32Array.from([
  1116352408,
  1899447441,
  3049323471,
  3921009573,
  961987163,
  1508970993,
  2453635748,
  2870763221,
  3624381080,
  310598401,
  607225278,
  1426881987,
  1925078388,
  2162078206,
  2614888103,
  3248222580,
  3835390401,
  4022224774,
  264347078,
  604807628,
  770255983,
  1249150122,
  1555081692,
  1996064986,
  2554220882,
  2821834349,
  2952996808,
  3210313671,
  3336571891,
  3584528711,
  113926993,
  338241895,
  666307205,
  773529912,
  1294757372,
  1396182291,
  1695183700,
  1986661051,
  2177026350,
  2456956037,
  2730485921,
  2820302411,
  3259730800,
  3345764771,
  3516065817,
  3600352804,
  4094571909,
  275423344,
  430227734,
  506948616,
  659060556,
  883997877,
  958139571,
  1322822218,
  1537002063,
  1747873779,
  1955562222,
  2024104815,
  2227730452,
  2361852424,
  2428436474,
  2756734187,
  3204031479,
  3329325298
]);
var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
var SHA2_32B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and makes sha256 3x slower (measured).
  A = 0;
  B = 0;
  C = 0;
  D = 0;
  E = 0;
  F = 0;
  G = 0;
  H = 0;
  constructor(outputLen, IV) {
    super(64, outputLen, 8, false);
    this.A = IV[0] | 0;
    this.B = IV[1] | 0;
    this.C = IV[2] | 0;
    this.D = IV[3] | 0;
    this.E = IV[4] | 0;
    this.F = IV[5] | 0;
    this.G = IV[6] | 0;
    this.H = IV[7] | 0;
  }
  get() {
    const { A, B, C, D, E, F, G, H } = this;
    return [A, B, C, D, E, F, G, H];
  }
  // prettier-ignore
  set(A, B, C, D, E, F, G, H) {
    this.A = A | 0;
    this.B = B | 0;
    this.C = C | 0;
    this.D = D | 0;
    this.E = E | 0;
    this.F = F | 0;
    this.G = G | 0;
    this.H = H | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i = 0; i < 16; i++, offset += 4)
      SHA256_W[i] = view.getUint32(offset, false);
    for (let i = 16; i < 64; i++) {
      const W15 = SHA256_W[i - 15];
      const W2 = SHA256_W[i - 2];
      const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
      const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
      SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
    }
    let { A, B, C, D, E, F, G, H } = this;
    for (let i = 0; i < 64; i++) {
      const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
      const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
      const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
      const T2 = sigma0 + Maj(A, B, C) | 0;
      H = G;
      G = F;
      F = E;
      E = D + T1 | 0;
      D = C;
      C = B;
      B = A;
      A = T1 + T2 | 0;
    }
    A = A + this.A | 0;
    B = B + this.B | 0;
    C = C + this.C | 0;
    D = D + this.D | 0;
    E = E + this.E | 0;
    F = F + this.F | 0;
    G = G + this.G | 0;
    H = H + this.H | 0;
    this.set(A, B, C, D, E, F, G, H);
  }
  roundClean() {
    clean(SHA256_W);
  }
  destroy() {
    this.destroyed = true;
    this.set(0, 0, 0, 0, 0, 0, 0, 0);
    clean(this.buffer);
  }
};
var _SHA256 = class extends SHA2_32B {
  constructor() {
    super(32, SHA256_IV);
  }
};
var sha256 = /* @__PURE__ */ createHasher(
  () => new _SHA256(),
  /* @__PURE__ */ oidNist(1)
);

// src/diff/fingerprint.ts
function fingerprintOf(ruleId, basePath, policy, statement) {
  const sid = statement.sid?.value;
  const identity = sid === void 0 ? canonicalStatement(statement, policy) : `Sid:${sid}`;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([ruleId, basePath, identity])))).slice(0, 32);
}

// src/evaluate/addresses.ts
var import_ipaddr = __toESM(require_ipaddr(), 1);
var octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
var strictIpv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
var strictPrefix = /^(?:0|[1-9]\d{0,2})$/;
function parseAddressRange(text2) {
  const [address = "", prefixText, ...more] = text2.split("/");
  if (more.length > 0) return void 0;
  const family = strictIpv4.test(address) ? 4 : isIpv6(address) ? 6 : void 0;
  if (family === void 0) return void 0;
  const bits = family === 4 ? 32 : 128;
  if (prefixText !== void 0 && (!strictPrefix.test(prefixText) || Number(prefixText) > bits)) return void 0;
  const prefix = prefixText === void 0 ? bits : Number(prefixText);
  const value = import_ipaddr.default.parse(address).toByteArray().reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
  const hostMask = (1n << BigInt(bits - prefix)) - 1n;
  const low = value & ~hostMask;
  return { family, prefix, bare: prefixText === void 0, hostBits: low !== value, low, high: low | hostMask };
}
function isIpv6(address) {
  return address.includes(":") && !address.includes("%") && import_ipaddr.default.IPv6.isValid(address);
}
function contains(range, address) {
  return range.family === address.family && range.low <= address.low && address.high <= range.high;
}
function formatAddress(value, family) {
  const length = family === 4 ? 4 : 16;
  const bytes = Array.from({ length }, (_, index) => Number(value >> BigInt((length - 1 - index) * 8) & 255n));
  return import_ipaddr.default.fromByteArray(bytes).toString();
}
function union2(intervals) {
  const sorted2 = intervals.toSorted((a, b) => a.low < b.low ? -1 : a.low > b.low ? 1 : 0);
  const joined = [];
  for (const interval of sorted2) {
    const last = joined.at(-1);
    if (last === void 0 || interval.low > last.high + 1n) joined.push(interval);
    else if (interval.high > last.high) joined[joined.length - 1] = { low: last.low, high: interval.high };
  }
  return joined;
}
function representatives(ranges) {
  return [4, 6].flatMap((family) => {
    const own = ranges.filter((range) => range.family === family);
    const last = (1n << (family === 4 ? 32n : 128n)) - 1n;
    const starts = /* @__PURE__ */ new Set([0n]);
    for (const { low, high } of own) {
      starts.add(low);
      if (high < last) starts.add(high + 1n);
    }
    return [...starts].toSorted((a, b) => a < b ? -1 : 1).map((start) => formatAddress(start, family));
  });
}

// src/model/ternary.ts
function not(value) {
  if (value === "unknown") return "unknown";
  return value === "true" ? "false" : "true";
}
function all(parts) {
  if (parts.includes("false")) return "false";
  return parts.includes("unknown") ? "unknown" : "true";
}
function allOf(items, decide) {
  let outcome = "true";
  for (const item of items) {
    const part = decide(item);
    if (part === "false") return "false";
    if (part === "unknown") outcome = "unknown";
  }
  return outcome;
}
function anyOf(items, decide) {
  let outcome = "false";
  for (const item of items) {
    const part = decide(item);
    if (part === "true") return "true";
    if (part === "unknown") outcome = "unknown";
  }
  return outcome;
}
function ternary(value) {
  return value ? "true" : "false";
}

// src/evaluate/memo.ts
function memo() {
  const owners = /* @__PURE__ */ new WeakMap();
  return (owner, key, compute) => {
    const known = owners.get(owner) ?? /* @__PURE__ */ new Map();
    owners.set(owner, known);
    const found = known.get(key) ?? { value: compute() };
    known.set(key, found);
    return found.value;
  };
}

// src/evaluate/address-list.ts
var lists = memo();
function listOf2(condition) {
  return lists(condition, "", () => {
    const ranges = condition.values.map(
      (value) => value.kind === "literal" ? parseAddressRange(value.text) : void 0
    );
    const known = ranges.flatMap((range) => range ?? []);
    const defined = known.filter(({ family, bare }) => family === 4 || !bare);
    const invalid = condition.values.some((value, index) => value.kind === "literal" && ranges[index] === void 0);
    return {
      ipv4: union2(defined.filter(({ family }) => family === 4)),
      ipv6: union2(defined.filter(({ family }) => family === 6)),
      open: known.length < condition.values.length,
      openIpv6: known.length > defined.length,
      wide: known.some(isWide),
      invalid
    };
  });
}
var seen = /* @__PURE__ */ new Map();
function readOnce(text2) {
  if (seen.has(text2)) return seen.get(text2);
  const address = parseAddressRange(text2);
  if (seen.size < 1e3) seen.set(text2, address);
  return address;
}
function isInList(condition, requestValue) {
  const list = listOf2(condition);
  const address = readOnce(requestValue);
  if (address === void 0) return list.open ? "unknown" : "false";
  if (holds(address.family === 4 ? list.ipv4 : list.ipv6, address)) return "true";
  return list.open || address.family === 6 && list.openIpv6 ? "unknown" : "false";
}
function mayHoldAwsAddress(condition) {
  const { wide: wide2, invalid } = listOf2(condition);
  return wide2 || invalid ? "unknown" : "false";
}
function isOpenList(condition) {
  return ternary(condition.values.some(({ kind }) => kind === "unresolved"));
}
function isWide({ family, prefix }) {
  return prefix < (family === 4 ? 8 : 16);
}
function holds(sorted2, { low, high }) {
  let from = 0;
  let to = sorted2.length - 1;
  while (from <= to) {
    const middle = from + to >> 1;
    const interval = sorted2[middle];
    if (interval === void 0) return false;
    if (interval.high < low) from = middle + 1;
    else if (interval.low > low) to = middle - 1;
    else return high <= interval.high;
  }
  return false;
}

// src/evaluate/patterns.ts
function unitsOf(pattern) {
  return [...pattern].map((character) => {
    if (character === "*") return { kind: "any" };
    return character === "?" ? { kind: "one" } : { kind: "text", character };
  });
}
function literalUnits(text2) {
  return [...text2].map((character) => ({ kind: "text", character }));
}
function matchesPattern(pattern, text2) {
  const kinds2 = (at) => pattern[at] === "*" ? "any" : pattern[at] === "?" ? "one" : "text";
  return fits(pattern.length, text2.length, kinds2, (p, t) => pattern[p] === text2[t]);
}
function matchesUnits(pattern, text2) {
  const characters = [...text2];
  const same = (p, t) => {
    const unit = pattern[p];
    return unit?.kind === "text" && unit.character === characters[t];
  };
  return fits(pattern.length, characters.length, (at) => pattern[at]?.kind ?? "text", same);
}
function fits(patternLength, textLength, kindAt, same) {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < textLength) {
    const kind = p < patternLength ? kindAt(p) : void 0;
    if (kind === "any") {
      star = p;
      resume = t;
      p += 1;
    } else if (kind === "one" || kind === "text" && same(p, t)) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      t = resume;
      p = star + 1;
    } else return false;
  }
  while (p < patternLength && kindAt(p) === "any") p += 1;
  return p === patternLength;
}
function matchesAction(pattern, action) {
  if (pattern === "*") return true;
  return matchesPattern(pattern.toLowerCase(), action.toLowerCase());
}
function matchesArn(pattern, arn) {
  const patternParts = splitArn(pattern, (unit) => unit.kind === "text" && unit.character === ":");
  const arnParts = splitArn([...arn], (character) => character === ":");
  if (arnParts === void 0) return void 0;
  if (pattern.length > 0 && pattern.every(({ kind }) => kind === "any")) return true;
  if (patternParts === void 0) return void 0;
  return patternParts.every((part, index) => matchesUnits(part, (arnParts[index] ?? []).join("")));
}
function splitArn(items, isColon) {
  const parts = [[]];
  for (const item of items) {
    if (isColon(item) && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.length === 6 ? parts : void 0;
}
function commonExample(a, b, filler) {
  return commonText(unitsOf(a), unitsOf(b), filler);
}
function commonArnExample(kind, pattern, filler) {
  const [, head = "", tail = ""] = /^((?:[^:]*:){5})(.*)$/.exec(kind) ?? [];
  const within = unitsOf(head).map((unit) => unit.kind === "any" ? { kind: "part" } : unit);
  return commonText([...within, ...unitsOf(tail)], unitsOf(pattern), filler);
}
function commonText(left, right, filler) {
  if ((left.length + 1) * (right.length + 1) > 1 << 18) return void 0;
  const dead = /* @__PURE__ */ new Set();
  const key = (i, j) => i * (right.length + 1) + j;
  const parts = [];
  const walk2 = (i, j) => {
    if (i === left.length && j === right.length) return true;
    if (dead.has(key(i, j))) return false;
    for (const [di, dj, text2] of steps(left[i], right[j], filler)) {
      parts.push(text2);
      if (walk2(i + di, j + dj)) return true;
      parts.pop();
    }
    dead.add(key(i, j));
    return false;
  };
  return walk2(0, 0) ? parts.join("") : void 0;
}
function steps(x, y, filler) {
  if (isOpen(x) && isOpen(y))
    return [
      [1, 1, filler],
      [1, 0, ""],
      [0, 1, ""]
    ];
  if (isOpen(x))
    return y === void 0 ? [[1, 0, ""]] : [[1, 0, ""], ...takes(x, y) ? [[0, 1, textOf3(y)]] : []];
  if (isOpen(y))
    return x === void 0 ? [[0, 1, ""]] : [[0, 1, ""], ...takes(y, x) ? [[1, 0, textOf3(x)]] : []];
  if (x === void 0 || y === void 0) return [];
  if (x.kind === "text" && y.kind === "text") return x.character === y.character ? [[1, 1, x.character]] : [];
  return [[1, 1, x.kind === "text" ? x.character : textOf3(y)]];
}
function isOpen(unit) {
  return unit?.kind === "any" || unit?.kind === "part";
}
function takes(open, unit) {
  return open?.kind === "any" || unit.kind !== "text" || unit.character !== ":";
}
function textOf3(unit) {
  return unit.kind === "text" ? unit.character : "x";
}

// src/evaluate/operators.ts
var comparisons = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b
};
var equals = (a, { text: text2 }) => ternary(a === text2);
var equalsIgnoreCase = (a, { text: text2 }) => ternary(a.toLowerCase() === text2.toLowerCase());
var like = (a, { units }) => ternary(matchesUnits(units, a));
var operators = new Map([
  ...pair("StringEquals", "StringNotEquals", true, equals),
  ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", true, equalsIgnoreCase),
  ...pair("StringLike", "StringNotLike", true, like),
  ...pair("ArnLike", "ArnNotLike", true, arnLike),
  // ArnEquals and ArnLike behave identically, wildcards and all.
  ...pair("ArnEquals", "ArnNotEquals", true, arnLike),
  // Addresses are looked up in the whole list at once: see `address-list.ts`.
  ...pair("IpAddress", "NotIpAddress", false, equals),
  ...ordered("Numeric", numberOf),
  ...ordered("Date", instantOf),
  ["Bool", { negated: false, variables: true, matches: sameBoolean }],
  ["BinaryEquals", { negated: false, variables: false, matches: sameBinary }]
]);
function pair(positive, negative, variables, matches2) {
  return [
    [positive, { negated: false, variables, matches: matches2 }],
    [negative, { negated: true, variables, matches: matches2 }]
  ];
}
function ordered(kind, read2) {
  const matchesBy = (compare) => (requestValue, { text: text2 }) => {
    const [a, b] = [read2(requestValue), read2(text2)];
    if (b === void 0) return "unknown";
    return a === void 0 ? "false" : ternary(compare(a, b));
  };
  const rows = Object.entries(comparisons).map(([name, compare]) => [
    kind + name,
    { negated: false, variables: false, matches: matchesBy(compare) }
  ]);
  const not2 = { negated: true, variables: false, matches: matchesBy((a, b) => a === b) };
  return [...rows, [`${kind}NotEquals`, not2]];
}
function numberOf(text2) {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text2.trim()) ? Number(text2) : void 0;
}
function instantOf(text2) {
  if (/^\d+(\.\d+)?$/.test(text2)) return text2.length <= 4 ? Date.UTC(Number(text2), 0) : Number(text2) * 1e3;
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?)?)?$/.test(text2)) return void 0;
  const milliseconds = Date.parse(text2);
  return Number.isNaN(milliseconds) ? void 0 : milliseconds;
}
function sameBoolean(requestValue, { text: text2 }) {
  const [a, b] = [requestValue.toLowerCase(), text2.toLowerCase()];
  if (b !== "true" && b !== "false") return "unknown";
  return ternary(a === b);
}
function sameBinary(requestValue, { text: text2 }) {
  return ternary(requestValue.replace(/=+$/, "") === text2.replace(/=+$/, ""));
}
function arnLike(requestValue, { units }) {
  const matched = matchesArn(units, requestValue);
  return matched === void 0 ? "false" : ternary(matched);
}

// src/evaluate/variables.ts
var special = { "*": "*", "?": "?", $: "$" };
function hasVariables(text2) {
  return text2.includes("${");
}
function plainValue2(text2) {
  return { text: text2, units: unitsOf(text2) };
}
function fillIn(text2, keys) {
  const units = [];
  let filled = "";
  let at = 0;
  for (const match of text2.matchAll(/\$\{([^{}]*)\}/g)) {
    const before = text2.slice(at, match.index);
    const value = valueOfVariable(match[1] ?? "", keys);
    if (typeof value !== "string") return value;
    units.push(...unitsOf(before), ...literalUnits(value));
    filled += before + value;
    at = match.index + match[0].length;
  }
  const rest = text2.slice(at);
  return { kind: "value", value: { text: filled + rest, units: [...units, ...unitsOf(rest)] } };
}
function valueOfVariable(expression, keys) {
  const literal2 = special[expression];
  if (literal2 !== void 0) return literal2;
  const [, name = expression, fallback] = /^\s*([^,]+?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(expression) ?? [];
  const state = keys.get(name.toLowerCase()) ?? { kind: "absent" };
  if (state.kind === "present") {
    const [only, ...more] = state.values;
    return only !== void 0 && more.length === 0 ? only : { kind: "unknown" };
  }
  if (state.kind !== "absent") return { kind: "unknown" };
  return fallback ?? { kind: "missing" };
}

// src/evaluate/condition.ts
var absent = { kind: "absent" };
function evaluateCondition(condition, version2, keys) {
  const state = keys.get(condition.key.value.toLowerCase()) ?? absent;
  if (condition.operator.value.base === "Null") return evaluateNull(condition, state);
  const operator = operators.get(condition.operator.value.base);
  if (operator === void 0 || condition.values.length === 0) return "unknown";
  return evaluateState({ condition, operator, version: version2, keys }, state);
}
function evaluateState(test, state) {
  switch (state.kind) {
    case "absent":
      return whenAbsent(test);
    case "present":
      return whenPresent(test, state.values);
    case "unlisted":
      return agreed(whenAbsent(test), whenUnlisted(test));
    case "listed":
      return whenListed(test);
    case "like":
    case "unknown":
      return "unknown";
    default:
      return state;
  }
}
function agreed(a, b) {
  return a === b ? a : "unknown";
}
function evaluateNull({ operator, values }, state) {
  if (operator.value.quantifier === "ForAllValues") return "true";
  if (operator.value.quantifier === "ForAnyValue") return "false";
  const missing = isMissing(state);
  return anyOf(values, (value) => {
    const wanted = value.kind === "literal" ? value.text.toLowerCase() : void 0;
    if (wanted === "true") return missing;
    return wanted === "false" ? not(missing) : "unknown";
  });
}
function isMissing(state) {
  if (state.kind === "unknown" || state.kind === "unlisted") return "unknown";
  return ternary(state.kind === "absent");
}
function whenAbsent({ condition, operator }) {
  const { ifExists, quantifier } = condition.operator.value;
  if (quantifier === "ForAnyValue") return ifExists ? "unknown" : "false";
  if (quantifier === "ForAllValues") {
    return operator.negated && !ifExists ? forAllNegatedAbsent : "true";
  }
  return ternary(ifExists || operator.negated);
}
var forAllNegatedAbsent = "unknown";
function whenPresent(test, requestValues) {
  const { condition, operator } = test;
  const isAddress = aboutAddresses(condition);
  const decide = (requestValue) => {
    const matched = isAddress ? isInList(condition, requestValue) : anyOf(condition.values, (value) => matchesValue(test, requestValue, value));
    return operator.negated ? not(matched) : matched;
  };
  const { quantifier } = condition.operator.value;
  if (quantifier === "ForAllValues") return allOf(requestValues, decide);
  if (quantifier === "ForAnyValue") return anyOf(requestValues, decide);
  const [only, ...more] = requestValues;
  return only !== void 0 && more.length === 0 ? decide(only) : "unknown";
}
function matchesValue({ operator, version: version2, keys }, requestValue, value) {
  if (value.kind === "unresolved") return "unknown";
  if (!operator.variables || version2 === "2008-10-17" || !hasVariables(value.text)) {
    return operator.matches(requestValue, written2(value));
  }
  const filled = fillIn(value.text, keys);
  if (filled.kind === "value") return operator.matches(requestValue, filled.value);
  return filled.kind === "missing" && !operator.negated ? "false" : "unknown";
}
var plain = /* @__PURE__ */ new WeakMap();
function written2(value) {
  const known = plain.get(value) ?? plainValue2(value.text);
  plain.set(value, known);
  return known;
}
function aboutAddresses({ operator }) {
  return operator.value.base === "IpAddress" || operator.value.base === "NotIpAddress";
}
function whenUnlisted({ condition, operator }) {
  if (!aboutAddresses(condition) && !/^(String|Arn)/.test(condition.operator.value.base)) return "unknown";
  const member2 = aboutAddresses(condition) ? mayHoldAwsAddress(condition) : anyOf(condition.values, mayTakeIn);
  return operator.negated ? not(member2) : member2;
}
function mayTakeIn(value) {
  return value.kind === "literal" && /[*?$]/.test(value.text) ? "unknown" : "false";
}
function whenListed({ condition, operator }) {
  if (!aboutAddresses(condition)) return "unknown";
  return operator.negated ? not(isOpenList(condition)) : isOpenList(condition);
}

// src/model/principal.ts
function principalNamed(name) {
  if (name === "*") return { kind: "anonymous", name: "", account: void 0 };
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(name)) return { kind: "service", name, account: void 0 };
  const [, account2, resource = ""] = /^arn:[^:]*:(?:iam|sts)::(\d{12}):(.*)$/.exec(name) ?? [];
  return { kind: kindOf(resource), name, account: account2 };
}
function kindOf(resource) {
  if (resource.startsWith("role/aws-service-role/")) return "service-linked-role";
  if (/^(role|assumed-role)\//.test(resource)) return "role";
  return resource === "root" ? "root" : "user";
}

// src/evaluate/example-resources.ts
var exampleAccount = "111122223333";
var exampleRegion = "us-east-1";
var withoutResource = /^(ec2|autoscaling|elasticloadbalancing|cloudwatch|tag|organizations|ds|pricing|ce):(describe|list|get)/i;
var onObjects = /^s3:(getobject|putobject|deleteobject|restoreobject|abortmultipartupload|listmultipartuploadparts|replicate|.*object(version)?(acl|tagging|retention|legalhold|attributes|torrent)?$)/i;
function exampleResources(selector2, call, most) {
  const fits2 = (resource) => isResourceOf(call.action, resource);
  const natural = naturalResource(call.action, call.pattern);
  if (selector2 === void 0) return { resources: [natural], open: false };
  if (selector2.negated) return exampleOutside(selector2.patterns, natural);
  const literals = selector2.patterns.flatMap(
    (value) => value.kind === "literal" ? [exampleVariables(value.text)] : []
  );
  const open = literals.length < selector2.patterns.length;
  if (literals.some((pattern) => matchesPattern(pattern, natural))) return { resources: [natural], open };
  if (natural === "*") return { resources: [], open };
  const wanted = call.pattern ?? patternOf(call.action);
  const examples = literals.flatMap((pattern) => commonArnExample(wanted, pattern, "example") ?? []);
  return { resources: [...new Set(examples.filter(fits2))].slice(0, most), open };
}
function exampleOutside(patterns, natural) {
  const excluded = patterns.flatMap((value) => value.kind === "literal" ? [value.text] : []);
  const candidates2 = [natural, natural.replace(/example/, "another"), `${natural}-zz9`];
  const outside = candidates2.filter((resource) => !excluded.some((pattern) => matchesPattern(pattern, resource)));
  return { resources: outside.slice(0, 1), open: excluded.length < patterns.length };
}
function exampleVariables(text2) {
  return text2.replaceAll(/\$\{([^{}]*)\}/g, (_, expression) => exampleOfVariable(expression));
}
function exampleOfVariable(expression) {
  return ["*", "?", "$"].includes(expression) ? expression : "example";
}
function variableKeys(selector2, version2) {
  if (version2 === "2008-10-17") return [];
  const texts = (selector2?.patterns ?? []).flatMap((value) => value.kind === "literal" ? [value.text] : []);
  const expressions = texts.flatMap(
    (text2) => [...text2.matchAll(/\$\{([^{},]*)(?:,[^{}]*)?\}/g)].map((match) => match[1] ?? "")
  );
  return expressions.map((name) => name.trim().toLowerCase()).filter((name) => !["*", "?", "$", ""].includes(name));
}
function isResourceOf(action, resource) {
  if (!/^s3:/i.test(action)) return true;
  return onObjects.test(action) === resource.slice(resource.lastIndexOf(":")).includes("/");
}
function patternOf(action) {
  const service = serviceOf(action);
  if (service === "s3") return onObjects.test(action) ? "arn:*:s3:::*/*" : "arn:*:s3:::*";
  return `arn:*:${arnServices[service] ?? service}:*:*:*`;
}
var arnServices = { "redshift-data": "redshift", tag: "*", aoss: "aoss" };
function naturalResource(action, pattern) {
  if (pattern !== void 0) return fillPattern(pattern);
  if (withoutResource.test(action)) return "*";
  const service = serviceOf(action);
  const named = naturalNames[service];
  if (service === "s3")
    return onObjects.test(action) ? "arn:aws:s3:::example-bucket/example-object" : "arn:aws:s3:::example-bucket";
  if (service === "iam" || service === "sts") return `arn:aws:iam::${exampleAccount}:role/example`;
  return `arn:aws:${arnServices[service] ?? service}:${exampleRegion}:${exampleAccount}:${named ?? "example"}`;
}
var naturalNames = {
  kms: "key/1234abcd-12ab-34cd-56ef-1234567890ab",
  ec2: "instance/i-0123456789abcdef0",
  lambda: "function:example",
  dynamodb: "table/example",
  secretsmanager: "secret:example-AbCdEf",
  ssm: "parameter/example",
  logs: "log-group:example"
};
function fillPattern(pattern) {
  if (!pattern.startsWith("arn:")) return pattern === "*" ? "*" : pattern.replaceAll(/[*?]+/g, "example");
  const fillers = ["arn", "aws", "example", exampleRegion, exampleAccount];
  return pattern.split(":").map((part, index) => part.replaceAll("*", fillers[index] ?? "example").replaceAll("?", "x")).join(":");
}
function serviceOf(action) {
  return action.slice(0, Math.max(0, action.indexOf(":"))).toLowerCase();
}

// src/evaluate/example-principals.ts
var exampleUser = {
  kind: "user",
  name: `arn:aws:iam::${exampleAccount}:user/example`,
  account: exampleAccount
};
var exampleServiceRole = {
  kind: "role",
  name: `arn:aws:iam::${exampleAccount}:role/service-role/example`,
  account: exampleAccount
};
function examplePrincipals(call, selector2, conditionArns) {
  if (call.mechanism === "service-principal") return [{ kind: "service", name: call.via, account: void 0 }];
  const pattern = call.principalArn?.kind === "like" && call.principalArn.pattern !== "*" ? call.principalArn.pattern : void 0;
  if (pattern !== void 0) return [principalNamed(fillPattern(pattern))];
  if (call.mechanism === "service-linked-role") {
    return [principalNamed(`arn:aws:iam::${exampleAccount}:role/aws-service-role/${call.via}/AWSServiceRoleForExample`)];
  }
  const natural = call.mechanism === "service-role" ? [exampleServiceRole] : [exampleUser, roleOfPeople];
  const named = [...namedArns(selector2), ...conditionArns].map((arn) => principalNamed(fillPattern(arn)));
  const fits2 = named.filter(
    ({ kind }) => call.mechanism === "service-role" ? kind === "role" : kind === "user" || kind === "role"
  );
  return [...natural, ...fits2.slice(0, 12)];
}
var roleOfPeople = {
  kind: "role",
  name: `arn:aws:iam::${exampleAccount}:role/example`,
  account: exampleAccount
};
function namedArns(selector2) {
  return (selector2?.entries ?? []).flatMap(({ kind, value }) => {
    if (kind !== "AWS" || value.kind !== "literal" || value.text === "*") return [];
    const [, account2] = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(value.text) ?? [];
    return account2 === void 0 ? [value.text] : [`arn:aws:iam::${account2}:user/example`, `arn:aws:iam::${account2}:role/example`];
  });
}

// src/evaluate/statement.ts
function evaluateStatement(statement, version2, request) {
  const outcome = allOf(elements, (element2) => element2(statement, version2, request));
  return outcome === "true" && statement.undecidable.length > 0 ? "unknown" : outcome;
}
var elements = [
  ({ actions }, _, { action }) => evaluateActions(actions, action),
  ({ principals }, _, { principal }) => evaluatePrincipals(principals, principal),
  ({ conditions }, version2, { keys }) => allOf(conditions, (condition) => evaluateCondition(condition, version2, keys)),
  ({ resources }, version2, request) => evaluateResources(resources, version2, request)
];
function evaluateActions(selector2, action) {
  return select(selector2, (pattern) => literalTernary(pattern, (text2) => ternary(matchesAction(text2, action))));
}
function evaluateResources(selector2, version2, { resource, keys }) {
  if (selector2 === void 0) return "true";
  return select(
    selector2,
    (pattern) => literalTernary(pattern, (text2) => matchesResource(text2, resource, version2, keys))
  );
}
function matchesResource(text2, resource, version2, keys) {
  if (version2 === "2008-10-17" || !hasVariables(text2)) return ternary(matchesPattern(text2, resource));
  const filled = fillIn(text2, keys);
  if (filled.kind === "value") return ternary(matchesUnits(filled.value.units, resource));
  return filled.kind === "missing" ? "false" : "unknown";
}
function select({ patterns, negated }, matches2) {
  const matched = anyOf(patterns, matches2);
  return negated ? not(matched) : matched;
}
function literalTernary(value, decide) {
  return value.kind === "literal" ? decide(value.text) : "unknown";
}
function evaluatePrincipals(selector2, principal) {
  if (selector2 === void 0) return "true";
  const matched = anyOf(selector2.entries, (entry) => matchesPrincipal(entry, principal));
  return selector2.negated ? not(matched) : matched;
}
function matchesPrincipal({ kind, value }, principal) {
  if (value.kind === "unresolved") return unresolvedPrincipal(kind, principal);
  const { text: text2 } = value;
  if (text2 === "*" && (kind === "AWS" || kind === "Service"))
    return ternary(kind === "AWS" || principal.kind === "service");
  if (principal.kind === "anonymous") return "false";
  if (kind === "Service") return ternary(principal.kind === "service" && text2 === principal.name);
  if (kind === "Federated") return ternary(principal.kind === "federated" && text2 === principal.name);
  if (kind === "CanonicalUser") return principal.kind === "service" ? "false" : "unknown";
  if (principal.kind === "service") return "false";
  const names = [principal.name, principal.session, roleOfSession(principal.name, text2)];
  return ternary(namesAccount(text2, principal) || names.includes(text2));
}
function unresolvedPrincipal(kind, { kind: who }) {
  const cannotBe = kind === "AWS" ? who === "service" || who === "anonymous" : kind === "Service" && who !== "service";
  return cannotBe ? "false" : "unknown";
}
function namesAccount(text2, { account: account2 }) {
  if (account2 === void 0) return false;
  return text2 === account2 || /^arn:aws[\w-]*:iam::(\d{12}):root$/.exec(text2)?.[1] === account2;
}
function roleOfSession(name, text2) {
  const session = /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(name);
  const role2 = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(text2);
  if (session === null || role2 === null) return void 0;
  return session[1] === role2[1] && session[2] === role2[2] ? text2 : void 0;
}

// src/evaluate/example-values.ts
var inEveryRequest = /* @__PURE__ */ new Set([
  "aws:principalaccount",
  "aws:principaltype",
  "aws:userid",
  "aws:requestedregion",
  "aws:currenttime",
  "aws:epochtime"
]);
function bestState(conditions, version2, given) {
  const [first] = conditions;
  const key = first?.key.value.toLowerCase() ?? "";
  const states = candidates(key, conditions, given);
  let open;
  for (const state of states.slice(0, mostCandidates)) {
    const keys = /* @__PURE__ */ new Map([[key, state]]);
    const outcome = allOf(conditions, (condition) => evaluateCondition(condition, version2, keys));
    if (outcome === "true") return { outcome, state };
    if (outcome === "unknown") open ??= { outcome, state };
  }
  if (states.length > mostCandidates) open ??= { outcome: "unknown", state: { kind: "unknown" } };
  return open ?? { outcome: "false", state: given ?? { kind: "absent" } };
}
var mostCandidates = 200;
function admitsSomeValue(conditions, version2) {
  const key = conditions[0]?.key.value.toLowerCase() ?? "";
  const unresolved2 = conditions.some(({ values }) => values.some(({ kind }) => kind === "unresolved"));
  return unresolved2 || presentCandidates(conditions).slice(0, mostCandidates).some((value) => {
    const keys = /* @__PURE__ */ new Map([[key, { kind: "present", values: [value] }]]);
    return allOf(conditions, (condition) => evaluateCondition(condition, version2, keys)) === "false";
  });
}
function candidates(key, conditions, given) {
  const present2 = (value) => ({ kind: "present", values: [value] });
  if (given?.kind === "like") return likeCandidates(conditions, given.pattern).map(present2);
  if (given?.kind === "listed" && key !== "aws:sourceip") return ownValues(conditions).map(present2);
  if (given !== void 0) return [given];
  const values = presentCandidates(conditions).map(present2);
  return inEveryRequest.has(key) ? values : [{ kind: "absent" }, ...values];
}
function presentCandidates(conditions) {
  const named = literalsOf(conditions);
  return [.../* @__PURE__ */ new Set([...named.map(fillPattern), ...named.flatMap(neighbours), "example", "true", "false"])];
}
function ownValues(conditions) {
  const named = literalsOf(conditions).map(fillPattern);
  return named.length > 0 ? named : ["example"];
}
function likeCandidates(conditions, pattern) {
  const common = literalsOf(conditions).flatMap((literal2) => commonExample(pattern, literal2, "example") ?? []);
  const natural = [fillKeyPattern(pattern), pattern.replaceAll("*", "another"), ...common];
  return [...new Set(natural.filter((value) => matchesPattern(pattern, value)))];
}
function fillKeyPattern(pattern) {
  if (pattern === "*.amazonaws.com") return "example.us-east-1.amazonaws.com";
  return pattern.endsWith(".amazonaws.com") ? pattern.replaceAll("*", "us-east-1") : fillPattern(pattern).replace(/^\*$/, "example");
}
function neighbours(text2) {
  if (/^-?\d+(\.\d+)?$/.test(text2)) return [String(Number(text2) - 1), String(Number(text2) + 1)];
  const instant = /^\d{4}-\d{2}/.test(text2) ? Date.parse(text2) : Number.NaN;
  if (Number.isNaN(instant)) return [];
  return [-1, 1].map((days) => `${new Date(instant + days * 864e5).toISOString().slice(0, 19)}Z`);
}
function literalsOf(conditions) {
  return conditions.flatMap(({ values }) => values.flatMap((value) => value.kind === "literal" ? [value.text] : []));
}

// src/evaluate/explain.ts
function explainStatement(statement, version2, request) {
  const parts = partsOf2(statement, version2, request);
  const failed = parts.find(({ outcome }) => outcome === "false");
  if (failed !== void 0) return `${failed.name} does not match`;
  const open = parts.filter(({ outcome }) => outcome === "unknown").map(({ name }) => name);
  if (open.length > 0) return `not decided by what is known: ${open.join("; ")}`;
  const [doubt] = statement.undecidable;
  return doubt === void 0 ? "every element and every condition matches" : `the statement is in doubt: ${doubt}`;
}
function partsOf2(statement, version2, request) {
  const { principals, actions, resources } = statement;
  return [
    {
      name: principals?.negated ? "`NotPrincipal`" : "`Principal`",
      outcome: evaluatePrincipals(principals, request.principal)
    },
    { name: actions.negated ? "`NotAction`" : "`Action`", outcome: evaluateActions(actions, request.action) },
    {
      name: resources?.negated ? "`NotResource`" : "`Resource`",
      outcome: evaluateResources(resources, version2, request)
    },
    ...statement.conditions.map((condition) => ({
      name: `the condition \`${operatorName(condition.operator.value)} ${condition.key.value}\``,
      outcome: evaluateCondition(condition, version2, request.keys)
    }))
  ];
}
function operatorName({
  base,
  ifExists,
  quantifier
}) {
  return `${quantifier === void 0 ? "" : `${quantifier}:`}${base}${ifExists ? "IfExists" : ""}`;
}

// src/evaluate/witness.ts
var clear = { kind: "clear" };
var sourceIp = "aws:sourceip";
var principalArn = "aws:principalarn";
var mostTried = 64;
function findDeniedCall({ statement, version: version2 }, call, denied) {
  const assigned = assignKeys(statement, version2, call);
  if (assigned.outcome === "false" || statement.undecidable.length > 0) return clear;
  let known;
  let open = false;
  for (const { request, outcome } of requestsOf(statement, version2, call, assigned)) {
    if (outcome === "true" && !denied(asDocumented(request, call))) return { kind: "denied", request, known: false };
    if (outcome === "true") known ??= request;
    open ||= outcome === "unknown";
  }
  if (known !== void 0) return { kind: "denied", request: known, known: true };
  return open ? { kind: "undecided", because: undecidedBy(statement, call, assigned) } : clear;
}
function* triedCalls(statement, version2, call) {
  const assigned = assignKeys(statement, version2, call);
  if (assigned.outcome === "false") return;
  for (const tried of requestsOf(statement, version2, call, assigned)) if (tried.outcome !== "false") yield tried;
}
function admittedAddress(statement, version2) {
  return admittedStates(statement, version2, () => findAdmitted(statement, version2));
}
var admittedStates = memo();
function findAdmitted(statement, version2) {
  const conditions = conditionsOn(statement, sourceIp);
  const address = representatives(rangesOf(conditions)).find((candidate) => {
    const keys = /* @__PURE__ */ new Map([[sourceIp, { kind: "present", values: [candidate] }]]);
    return all(conditions.map((condition) => evaluateCondition(condition, version2, keys))) === "false";
  });
  if (address !== void 0) return { kind: "present", values: [address] };
  const unresolved2 = conditions.some(({ values }) => values.some(({ kind }) => kind === "unresolved"));
  return unresolved2 ? { kind: "listed" } : void 0;
}
function entryPasses(statement, version2, entryActions, network) {
  if (network === "vpc-endpoint") {
    return vpcKeys.some((key) => {
      const conditions = conditionsOn(statement, key);
      return conditions.length > 0 && admitsSomeValue(conditions, version2);
    });
  }
  const covered = entryActions.every((action) => covers(statement.actions, action) !== "false");
  return !covered || admittedAddress(statement, version2) !== void 0;
}
function assignKeys(statement, version2, call) {
  const groups = groupedConditions(statement, "", () => [...byKey2(statement.conditions)]);
  const given = groups.map(
    ([key]) => key === sourceIp ? sourceIpState(statement, version2, call) : givenState(key, call)
  );
  const waits = call.mechanism !== "service-principal";
  const signature = `${version2} ${waits} ${given.map(signatureOf).join("|")}`;
  return assignments(statement, signature, () => {
    const keys = /* @__PURE__ */ new Map();
    const outcomes = [];
    for (const [index, [key, conditions]] of groups.entries()) {
      if (key === principalArn && waits) continue;
      const { outcome, state } = bestState(conditions, version2, given[index]);
      if (outcome === "false") return { outcome, keys };
      outcomes.push(outcome);
      keys.set(key, state);
    }
    for (const key of variableKeys(statement.resources, version2)) {
      if (!keys.has(key)) keys.set(key, { kind: "present", values: ["example"] });
    }
    return { outcome: all(outcomes), keys };
  });
}
var groupedConditions = memo();
var assignments = memo();
function signatureOf(state) {
  if (state === void 0) return "free";
  if (state.kind === "present") return `=${state.values.join("\0")}`;
  return state.kind === "like" ? `~${state.pattern}` : state.kind;
}
function givenState(key, { keys, mechanism }) {
  const untagged = mechanism === "service-role" && key.startsWith("aws:principaltag/");
  return keys[key] ?? (untagged ? { kind: "absent" } : void 0);
}
function sourceIpState(statement, version2, call) {
  const given = call.keys[sourceIp] ?? { kind: "unlisted" };
  return given.kind === "listed" ? admittedAddress(statement, version2) ?? { kind: "unknown" } : given;
}
function* requestsOf(statement, version2, call, assigned) {
  const principals = principalsOf(statement, version2, call);
  const contexts2 = principals.map((principal) => ({
    principal,
    keys: keysFor(principal, written3(statement, call, assigned))
  }));
  let left = mostTried;
  for (const action of call.actions) {
    if (covers(statement.actions, action) === "false") continue;
    const { resources, open } = resourcesFor(statement, action, call.resource);
    for (const resource of open && resources.length === 0 ? ["*"] : resources) {
      for (const context of contexts2) {
        if (left === 0) return;
        left -= 1;
        yield tryRequest(statement, version2, { action, resource, ...context });
      }
    }
  }
}
var coverage = memo();
function covers(selector2, action) {
  return coverage(selector2, action, () => evaluateActions(selector2, action));
}
var exampled = memo();
function resourcesFor(statement, action, pattern) {
  const compute = () => exampleResources(statement.resources, { action, pattern }, mostTried);
  return exampled(statement, `${action} ${pattern ?? ""}`, compute);
}
var signers = memo();
function principalsOf(statement, version2, call) {
  const arn = call.keys[principalArn];
  const told = (call.principals ?? []).map(({ kind, name }) => `${kind} ${name}`).join();
  return signers(statement, `${version2} ${call.mechanism} ${call.via} ${signatureOf(arn)} ${told}`, () => {
    const arns = conditionsOn(statement, principalArn).flatMap(
      ({ values }) => values.flatMap((value) => value.kind === "literal" ? [value.text] : [])
    );
    const caller = { mechanism: call.mechanism, via: call.via, principalArn: arn };
    const candidates2 = call.principals ?? examplePrincipals(caller, statement.principals, arns);
    return candidates2.filter((principal) => principalFits(statement, version2, principal));
  });
}
function principalFits(statement, version2, principal) {
  if (evaluatePrincipals(statement.principals, principal) === "false") return false;
  if (principal.kind === "service") return true;
  const keys = /* @__PURE__ */ new Map([[principalArn, { kind: "present", values: [principal.name] }]]);
  return conditionsOn(statement, principalArn).every(
    (condition) => evaluateCondition(condition, version2, keys) !== "false"
  );
}
function tryRequest(statement, version2, request) {
  const outcome = evaluateStatement(statement, version2, request);
  const whole = [...request.keys.values()].every(({ kind }) => kind === "present" || kind === "absent");
  return { request, outcome: outcome === "true" && !whole ? "unknown" : outcome };
}
function written3(statement, call, assigned) {
  const keys = new Map(toldByMechanism(call.keys, "", () => concreteKeys(call.keys)));
  for (const [key, state] of assigned.keys) {
    if (state.kind === "absent" || state.kind === "unlisted") keys.delete(key);
    else keys.set(key, state);
  }
  if ((assigned.keys.get(sourceIp) ?? call.keys[sourceIp])?.kind !== "unlisted") return keys;
  const example2 = exampleOfUnlisted(statement, call);
  return example2 === void 0 ? keys : keys.set(sourceIp, { kind: "present", values: [example2] });
}
var toldByMechanism = memo();
function concreteKeys(given) {
  const keys = /* @__PURE__ */ new Map();
  for (const [key, state] of Object.entries(given)) {
    if (state.kind === "present") keys.set(key, state);
    if (state.kind === "like") keys.set(key, { kind: "present", values: [fillKeyPattern(state.pattern)] });
  }
  return keys;
}
function keysFor(principal, keys) {
  if (principal.kind === "service" || principal.kind === "anonymous") return keys;
  return new Map(keys).set(principalArn, { kind: "present", values: [principal.name] });
}
function asDocumented(request, call) {
  if (call.keys[sourceIp]?.kind !== "unlisted") return request;
  return { ...request, keys: new Map(request.keys).set(sourceIp, call.keys[sourceIp]) };
}
function exampleOfUnlisted(statement, { network, mechanism }) {
  if (network === "vpc-endpoint" || mechanism === "service-principal") return void 0;
  return unlistedExamples(statement, "", () => findUnlisted(conditionsOn(statement, sourceIp)));
}
var unlistedExamples = memo();
function findUnlisted(conditions) {
  if (conditions.some(({ values }) => values.some(({ kind }) => kind === "unresolved"))) return void 0;
  const ranges = rangesOf(conditions);
  return ["192.0.2.44", "198.51.100.44", "203.0.113.44", ...representatives(ranges)].find((candidate) => {
    const address = parseAddressRange(candidate);
    return address !== void 0 && !ranges.some((range) => contains(range, address));
  });
}
function undecidedBy(statement, call, { keys }) {
  const open = statement.conditions.filter(({ key, values }) => {
    const state = keys.get(key.value.toLowerCase());
    return state?.kind === "unknown" || values.some(({ kind }) => kind === "unresolved");
  });
  const conditions = open.map(({ operator, key }) => `the condition \`${operatorName(operator.value)} ${key.value}\``);
  const elements2 = [
    [statement.actions, "the actions"],
    [statement.resources, "the resources"]
  ];
  const unresolved2 = elements2.flatMap(
    ([selector2, name]) => (selector2?.patterns ?? []).some(({ kind }) => kind === "unresolved") ? [`${name} that the file does not hold`] : []
  );
  const reasons2 = [.../* @__PURE__ */ new Set([...conditions, ...unresolved2])];
  return reasons2.length > 0 ? reasons2 : [`what ${call.via} sends along is not documented`];
}
function rangesOf(conditions) {
  return conditions.flatMap(
    ({ values }) => values.flatMap((value) => value.kind === "literal" ? parseAddressRange(value.text) ?? [] : [])
  );
}
function conditionsOn(statement, key) {
  return statement.conditions.filter((condition) => condition.key.value.toLowerCase() === key);
}
function byKey2(conditions) {
  const groups = /* @__PURE__ */ new Map();
  for (const condition of conditions) {
    const key = condition.key.value.toLowerCase();
    groups.set(key, [...groups.get(key) ?? [], condition]);
  }
  return groups;
}

// src/remedies/controls.ts
var sourceIp2 = "aws:sourceip";
function keepsControls(patched2, registry2) {
  const states = addressStates(patched2);
  const actions = sampleActions(patched2.before, registry2.catalogue);
  return registry2.controls.every((control) => {
    const own = control.keys[sourceIp2];
    return (own === void 0 ? states : [own]).every((state) => controlHolds(patched2, control, state, actions));
  });
}
function addressStates({ policy, before, after }) {
  const conditions = [...conditionsOn(before, sourceIp2), ...conditionsOn(after, sourceIp2)];
  const addresses = representatives(rangesOf(conditions)).map(
    (address) => ({ kind: "present", values: [address] })
  );
  const told = /* @__PURE__ */ new Map();
  for (const state of [...addresses, absentKey, { kind: "unlisted" }, { kind: "listed" }]) {
    const keys = /* @__PURE__ */ new Map([[sourceIp2, state]]);
    const answers = conditions.map((condition) => evaluateCondition(condition, policy.version, keys));
    const signature = `${state.kind === "present"} ${answers.join()}`;
    if (!told.has(signature)) told.set(signature, state);
  }
  return [...told.values()];
}
function controlHolds({ policy, before, after }, control, state, actions) {
  const keys = { ...control.keys, [sourceIp2]: state };
  const signer = control.principal;
  const call = {
    actions,
    resource: void 0,
    mechanism: "forward-access-session",
    via: "",
    network: "public",
    keys,
    ...signer.kind === "user" ? {} : { principals: [signer] }
  };
  return [...triedCalls(before, policy.version, call)].every(({ request }) => {
    const exact = { ...request, keys: new Map([...request.keys, [sourceIp2, state]]) };
    const wanted = evaluateStatement(before, policy.version, exact);
    const got = evaluateStatement(after, policy.version, exact);
    return wanted === "false" || got === wanted || wanted === "unknown" && got === "true";
  });
}
function sampleActions({ actions }, catalogue2) {
  const known = catalogue2.flatMap(({ entryActions, hops }) => [...entryActions, ...hops.flatMap((hop) => hop.actions)]);
  const own = actions.negated ? [] : actions.patterns.flatMap((value) => value.kind === "literal" ? [value.text.replaceAll("*", "Example")] : []);
  const unique2 = [.../* @__PURE__ */ new Set([...own, ...known])];
  const covered = (kms) => unique2.filter((action) => /^kms:/i.test(action) === kms && evaluateActions(actions, action) !== "false");
  return [...covered(true).slice(0, 1), ...covered(false).slice(0, 1)];
}
function openedPaths(patched2, registry2) {
  const outsiders = addressStates(patched2).filter((state) => isOutside(patched2, state));
  const ways = { outsiders, rcpServices: registry2.rcpServices, denied: /* @__PURE__ */ new Map() };
  return registry2.catalogue.filter(({ mechanism }) => mechanism !== "service-principal" && mechanism !== "service-linked-role").flatMap((path) => openedBy(patched2, path, ways));
}
function isOutside({ policy, before }, state) {
  const keys = /* @__PURE__ */ new Map([[sourceIp2, state]]);
  const outcomes = conditionsOn(before, sourceIp2).map((condition) => evaluateCondition(condition, policy.version, keys));
  return state.kind === "present" && !outcomes.includes("false");
}
function openedBy(patched2, path, ways) {
  for (const hop of path.hops) {
    const entry = path.entryActions.find((action2) => isFree(patched2, action2, hop, ways));
    const action = entry && lostAction(patched2, path, hop, ways.outsiders);
    if (action !== void 0) {
      return [`${action} through ${path.via}, by ${entry}, which this statement does not deny`];
    }
  }
  return [];
}
function isFree({ policy, after }, entry, hop, { outsiders, rcpServices: rcpServices2, denied }) {
  if (!isEvaluatedOn(policy, entry, hop, rcpServices2)) return true;
  const known = denied.get(entry) ?? outsiders.every((address) => deniesDirectly(after, policy, entry, address));
  denied.set(entry, known);
  return !known;
}
function lostAction(patched2, path, hop, outsiders) {
  const { policy, before, after } = patched2;
  const covered = hop.actions.find((action) => evaluateActions(before.actions, action) !== "false");
  if (covered === void 0) return void 0;
  for (const address of outsiders) {
    const keys = { ...path.readings[0]?.keys, ...hop.keys, [sourceIp2]: address };
    const { mechanism, via: via38 } = path;
    const call = { actions: [covered], resource: hop.resource, mechanism, via: via38, network: "public", keys };
    for (const { request } of triedCalls(before, policy.version, call)) {
      if (evaluateStatement(after, policy.version, request) === "false") return request.action;
    }
  }
  return void 0;
}
function deniesDirectly(statement, policy, action, address) {
  const call = {
    actions: [action],
    resource: void 0,
    mechanism: "forward-access-session",
    via: "",
    network: "public",
    keys: { ...directKeys, [sourceIp2]: address },
    principals: [exampleUser]
  };
  for (const { outcome } of triedCalls(statement, policy.version, call)) if (outcome === "true") return true;
  return false;
}
function isEvaluatedOn({ type }, entry, hop, rcpServices2) {
  const serviceOf2 = (action) => action.slice(0, action.indexOf(":")).toLowerCase();
  if (type === "resource" || type === "trust")
    return hop.actions.every((action) => serviceOf2(action) === serviceOf2(entry));
  return type !== "rcp" || rcpServices2.has(serviceOf2(entry));
}
var absentKey = { kind: "absent" };
var directKeys = {
  "aws:viaawsservice": { kind: "present", values: ["false"] },
  "aws:calledvia": absentKey,
  "aws:calledviafirst": absentKey,
  "aws:calledvialast": absentKey,
  "kms:viaservice": absentKey,
  "aws:principalisawsservice": { kind: "present", values: ["false"] },
  "aws:sourcevpc": absentKey,
  "aws:sourcevpce": absentKey,
  "aws:vpcsourceip": absentKey
};

// src/remedies/verify.ts
function verifiedRemedies(finding, workshop) {
  const remedies = workshop.registry.strategies.flatMap((strategy) => verified(finding, strategy, workshop) ?? []);
  return remedies.toSorted(
    (a, b) => Number(a.opens.length > 0) - Number(b.opens.length > 0) || b.clears.length - a.clears.length
  );
}
function verified(finding, strategy, workshop) {
  const { policy, statement } = finding.subject;
  const changes = strategy.propose(finding);
  const edits = changes.length === 0 ? [] : workshop.format.edit(policy, statement, changes);
  if (edits.length === 0) return void 0;
  const patchedText = applyEdits(policy.file.text, edits);
  const readBack = statementAfter(finding, edits, patchedText, workshop);
  if (readBack === void 0 || !sameScope(statement, readBack.statement)) return void 0;
  const proof2 = workshop.proven(readBack.statement, () => prove(finding, readBack, workshop));
  return proof2 && { id: strategy.id, title: strategy.title, ...proof2, edits, patchedText };
}
function prove(finding, readBack, { rule, registry: registry2, context }) {
  const { policy, statement } = finding.subject;
  const subject = { ...finding.subject, ...readBack };
  const remaining = new Set(rule.check(subject, context).flatMap(({ paths: paths2 }) => paths2.map(({ id }) => id)));
  const ids = finding.paths.map(({ id }) => id);
  const clears = ids.filter((id) => !remaining.has(id));
  const isWorse = [...remaining].some((id) => !ids.includes(id));
  const patched2 = { policy, before: statement, after: readBack.statement };
  if (clears.length === 0 || isWorse || !keepsControls(patched2, registry2)) return void 0;
  return { clears, leaves: ids.filter((id) => remaining.has(id)), opens: openedPaths(patched2, registry2) };
}
function statementAfter({ subject: { policy, statement } }, edits, patchedText, { format: format2, problems: problemsBefore }) {
  const { policies, problems } = format2.read({ path: policy.file.path, text: patchedText });
  const after = policies.find(({ address }) => address === policy.address);
  const index = policy.statements.indexOf(statement);
  const patched2 = after?.statements[index];
  if (after === void 0 || patched2 === void 0 || problems.length > problemsBefore) return void 0;
  if (after.statements.length !== policy.statements.length || !onlyTouches(statement, edits)) return void 0;
  return {
    policy: { ...after, type: policy.type, typeBasis: policy.typeBasis, assumedBy: policy.assumedBy },
    statement: patched2
  };
}
function onlyTouches({ range }, edits) {
  return edits.every((edit2) => edit2.range.start >= range.start && edit2.range.end <= range.end);
}
function sameScope(a, b) {
  const scope = (statement) => JSON.stringify([
    statement.effect,
    statement.principals && [
      statement.principals.negated,
      statement.principals.entries.map(({ kind, value }) => [kind, valueText(value)])
    ],
    selectorText(statement.actions),
    statement.resources && selectorText(statement.resources),
    statement.undecidable
  ]);
  return scope(a) === scope(b);
}
function selectorText({ patterns, negated }) {
  return [negated, patterns.map(valueText)];
}
function valueText(value) {
  return [value.kind, value.kind === "literal" ? value.text : value.expression];
}

// src/inspect.ts
function inspect(files, registry2, settings) {
  const read2 = files.flatMap((file) => readFile2(file, registry2, settings)).toSorted((a, b) => order(a.head.path, b.head.path));
  const context = { catalogue: registry2.catalogue, rcpServices: registry2.rcpServices, settings };
  const pairs = read2.map(({ before, after }) => ({ base: before, head: after.policies }));
  const subjects = settings.scope === "tree" ? allStatements(pairs.flatMap(({ head }) => head)) : changedStatements(pairs);
  const bench = {
    files: new Map(read2.map((file) => [file.head.path, file])),
    registry: registry2,
    context,
    memory: memory()
  };
  const findings = subjects.flatMap((subject) => findingsOf(subject, bench));
  const questions = subjects.flatMap((subject) => openQuestions(subject, registry2));
  const problems = [...read2.flatMap(({ after }) => after.problems), ...questions].toSorted(byPlace);
  return {
    files: read2.map(inspectedFile),
    problems,
    findings: numbered(findings).toSorted(byFindingPlace),
    conclusion: concludes(findings, problems, settings),
    catalogueDate: registry2.catalogueDate
  };
}
function speaksOfSourceIp(text2) {
  return /sourceip/i.test(text2) || /\\u00/i.test(text2);
}
function readFile2({ base, head }, registry2, settings) {
  if (head === void 0 || !speaksOfSourceIp(head.text)) return [];
  const format2 = registry2.formats.find((candidate) => candidate.recognises(head));
  if (format2 === void 0) return unknownFormat(head);
  const before = base !== void 0 && speaksOfSourceIp(base.text) ? formatOf(base, registry2)?.read(base).policies ?? [] : [];
  const after = format2.read(head);
  const policies = after.policies.map((policy) => hinted(policy, settings));
  return [
    {
      head,
      basePath: base?.path ?? head.path,
      format: format2,
      before: before.map((policy) => hinted(policy, settings)),
      after: { policies, problems: after.problems }
    }
  ];
}
function formatOf(file, { formats: formats2 }) {
  return formats2.find((candidate) => candidate.recognises(file));
}
function unknownFormat(head) {
  const at = head.text.search(/aws:sourceip/i);
  if (at < 0 || !/deny/i.test(head.text)) return [];
  const problem = {
    file: head,
    range: { start: at, end: at + "aws:SourceIp".length },
    message: "this kind of file is not read yet, and it names aws:SourceIp beside a Deny",
    help: "keep the policy in a JSON file, or leave such files out with `paths`",
    blocking: true
  };
  return [{ head, basePath: head.path, format: void 0, before: [], after: { policies: [], problems: [problem] } }];
}
function hinted(policy, { policyHints }) {
  const hints = policyHints.filter(({ matches: matches2 }) => matches2(policy.file.path));
  const type = hints.findLast((hint) => hint.type !== void 0)?.type;
  const assumedBy = hints.flatMap((hint) => hint.assumedBy);
  const typed = type === void 0 ? policy : { ...policy, type, typeBasis: "the configuration says so" };
  return assumedBy.length === 0 ? typed : { ...typed, assumedBy };
}
function openQuestions({ policy, statement }, { questions }) {
  return questions.flatMap(
    ({ ask }) => ask(statement).map((asked) => ({ file: policy.file, blocking: false, ...asked }))
  );
}
function memory() {
  const answers = /* @__PURE__ */ new Map();
  return (key, compute) => {
    if (!answers.has(key)) answers.set(key, compute());
    return answers.get(key);
  };
}
function findingsOf(subject, { files, registry: registry2, context, memory: remember }) {
  const { policy, statement } = subject;
  const file = files.get(policy.file.path);
  const format2 = file?.format;
  if (file === void 0 || format2 === void 0) return [];
  const situation = situationOf(subject);
  return registry2.rules.flatMap((rule) => {
    const found = remember(`check ${rule.id} ${situation}`, () => rule.check(subject, context));
    return found.map((each2, index) => {
      const finding = isExisting(each2) ? asExisting({ ...each2, subject }) : { ...each2, subject };
      const proven = (after, prove2) => remember(`prove ${rule.id} ${index} ${situation} ${canonicalStatement(after, policy)}`, prove2);
      const problems = file.after.problems.length;
      return {
        finding,
        remedies: verifiedRemedies(finding, { format: format2, problems, rule, registry: registry2, context, proven }),
        fingerprint: fingerprintOf(rule.id, file.basePath, policy, statement),
        suppressed: suppressionOf(finding, context.settings)
      };
    });
  });
}
function situationOf({ policy, statement, change, previous, before, beforePolicy }) {
  const meaning = (each2) => canonicalStatement(each2, policy);
  return JSON.stringify([
    meaning(statement),
    change,
    previous && meaning(previous),
    beforePolicy?.version,
    policy.assumedBy,
    before.map(meaning),
    policy.statements.filter(({ effect }) => effect === "Deny").map(meaning)
  ]);
}
function isExisting({ paths: paths2, existing }) {
  return paths2.length > 0 ? paths2.every((path) => path.existing) : existing === true;
}
function asExisting(finding) {
  return { ...finding, level: "notice", subject: { ...finding.subject, change: "existing" } };
}
function suppressionOf({ ruleId, subject }, { suppressions, today }) {
  const found = suppressions.find(
    ({ rule, matches: matches2, sid, expires }) => rule === ruleId && matches2(subject.policy.file.path) && (sid === void 0 || sid === subject.statement.sid?.value) && today < expires
  );
  return found && { reason: found.reason, expires: found.expires };
}
function numbered(findings) {
  const seen2 = /* @__PURE__ */ new Map();
  return findings.map((finding) => {
    const count = (seen2.get(finding.fingerprint) ?? 0) + 1;
    seen2.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
}
var gravity = ["notice", "warning", "error"];
function concludes(findings, problems, { failOn }) {
  if (failOn === "never") return "success";
  const grave = findings.some(
    ({ finding, suppressed }) => suppressed === void 0 && !isExisting(finding) && gravity.indexOf(finding.level) >= gravity.indexOf(failOn)
  );
  return grave || problems.some(({ blocking }) => blocking) ? "failure" : "success";
}
function inspectedFile({ head, format: format2, after }) {
  const statements = after.policies.reduce((sum, policy) => sum + policy.statements.length, 0);
  return { path: head.path, format: format2?.id ?? "unknown", policies: after.policies.length, statements };
}
function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function byPlace(a, b) {
  return order(a.file.path, b.file.path) || a.range.start - b.range.start || order(a.message, b.message);
}
function byFindingPlace(a, b) {
  const [x, y] = [a.finding, b.finding];
  return order(x.subject.policy.file.path, y.subject.policy.file.path) || x.subject.statement.range.start - y.subject.statement.range.start || order(x.ruleId, y.ruleId) || order(a.fingerprint, b.fingerprint);
}

// src/catalogue/citations.ts
var iamGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
var forwardAccessSessions2 = {
  title: "IAM User Guide: Forward access sessions",
  url: `${iamGuide}/access_forward_access_sessions.html`,
  retrieved: "2026-09-26"
};
var globalConditionKeys = {
  title: "IAM User Guide: AWS global condition context keys",
  url: `${iamGuide}/reference_policies_condition-keys.html`,
  retrieved: "2026"
};
var globalConditionKeys2023 = {
  title: "IAM User Guide: AWS global condition context keys, copy of May 2023",
  url: "https://github.com/awsdocs/iam-user-guide/blob/651083f/doc_source/reference_policies_condition-keys.md",
  retrieved: "2023-05-11"
};
var conditionOperators = {
  title: "IAM User Guide: Condition operators, IP address",
  url: `${iamGuide}/reference_policies_elements_condition_operators.html`,
  retrieved: "2025"
};
var denyBySourceIp = {
  title: "IAM User Guide: example that denies access by source IP",
  url: `${iamGuide}/reference_policies_examples_aws_deny-ip.html`,
  retrieved: "2026"
};
var terminateByIp = {
  title: "IAM User Guide: example that limits terminating instances to an address range",
  url: `${iamGuide}/reference_policies_examples_ec2_terminate-ip.html`,
  retrieved: "2026"
};
var s3ConditionKeys = {
  title: "S3 User Guide: Bucket policy examples using condition keys, on redacted network context",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
  retrieved: "2025"
};
var cloudFormationFas = {
  title: "CloudFormation User Guide: FAS requests and permission evaluation",
  url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/fas-requests-and-permission-evaluation.html",
  retrieved: "2026"
};
var cloudFormationAccess = {
  title: "CloudFormation User Guide: Control access with IAM",
  url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html",
  retrieved: "2026"
};
var kmsGlobalKeys = {
  title: "KMS Developer Guide: AWS global condition keys",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html",
  retrieved: "2025"
};
var kmsConditionKeys = {
  title: "KMS Developer Guide: AWS KMS condition keys, kms:ViaService",
  url: "https://github.com/awsdocs/aws-kms-developer-guide/blob/977c685/doc_source/conditions-kms.md",
  retrieved: "2023-06-15"
};
var restrictCallsByAddress = {
  title: "AWS re:Post Knowledge Center: restrict API calls to specific IP addresses",
  url: "https://repost.aws/knowledge-center/iam-restrict-calls-ip-addresses",
  retrieved: "2026"
};
var athenaS3Permissions = {
  title: "Athena User Guide: Control access to Amazon S3 from Athena",
  url: "https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html",
  retrieved: "2024"
};
var dynamoDbRestore = {
  title: "DynamoDB Developer Guide: Restoring a table from a backup, archived copy",
  url: "https://github.com/awsdocs/amazon-dynamodb-developer-guide/blob/8229480/doc_source/Restore.Tutorial.md",
  retrieved: "2023-06-15"
};
var dataPerimeterScps = {
  title: "AWS data perimeter policy examples: service control policies",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/blob/8e0d3c5/service_control_policies/README.md",
  retrieved: "2026-03-18"
};
var dataPerimeterRcps = {
  title: "AWS data perimeter policy examples: resource control policies",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/blob/8e0d3c5/resource_control_policies/README.md",
  retrieved: "2026-03-18"
};
var dataPerimeterOwned = {
  title: "AWS data perimeter policy examples: resources that services own",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/blob/8e0d3c5/service_owned_resources.md",
  retrieved: "2026-03-18"
};
var dataPerimeterResourcePolicies = {
  title: "AWS data perimeter policy examples: resource-based policies, copy of July 2024",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/blob/95a3cae/resource_based_policies/README.md",
  retrieved: "2024-07-29"
};
var dataPerimeterIssue3 = {
  title: "data-perimeter-policy-examples issue 3: no key tells service roles apart (answer of a maintainer)",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/issues/3",
  retrieved: "2023-04-05"
};
var dataPerimeterIssue4 = {
  title: "data-perimeter-policy-examples issue 4: functions outside a VPC call from an AWS-internal range",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/issues/4",
  retrieved: "2023-04-07"
};
var dataPerimeterIssue63 = {
  title: "data-perimeter-policy-examples issue 63: a network SCP stops Lambda’s CreateNetworkInterface",
  url: "https://github.com/aws-samples/data-perimeter-policy-examples/issues/63",
  retrieved: "2026-07-29"
};
var cloudShellReport = {
  title: "DevelopersIO: AccessDenied in CloudShell under an IP restriction (Japanese)",
  url: "https://dev.classmethod.jp/articles/tsnote-aws-cloudshell-accessdenied-by-ip-address-restriction",
  retrieved: "2023-06-28"
};
var sourceIpTips = {
  title: "DevelopersIO: what to remember when an IAM policy uses aws:SourceIp (Japanese)",
  url: "https://dev.classmethod.jp/articles/tips-iam-policy-using-aws-sourceip",
  retrieved: "2018"
};
var permissionSetReport = {
  title: "DevelopersIO: operations fail under an IP restriction in a permission set (Japanese)",
  url: "https://dev.classmethod.jp/articles/tsnote-aws-sso-some-operations-seem-to-fail-when-ip-address-restriction-is-set-in-the-access-permission-set-why-is-this",
  retrieved: "2022-01-13"
};
var encryptedVolumesReport = {
  title: "awsdocs/iam-user-guide issue 210: encrypted EBS volumes under a condition on aws:ViaAWSService",
  url: "https://github.com/awsdocs/iam-user-guide/issues/210",
  retrieved: "2020-08"
};
var trailDeliveryReport = {
  title: "awsdocs/iam-user-guide issue 180: CloudTrail cannot deliver under an IP restriction",
  url: "https://github.com/awsdocs/iam-user-guide/issues/180",
  retrieved: "2020-03-30"
};
var logDeliveryReport = {
  title: "cloud-custodian pull request 2916: a bucket policy blocks log delivery",
  url: "https://github.com/cloud-custodian/cloud-custodian/pull/2916",
  retrieved: "2018-09-24"
};
var cloudTrailRecords = {
  title: "CloudTrail User Guide: record contents, source address of console actions",
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html",
  retrieved: "2025"
};
var switchRoleReport = {
  title: "AWS Knowledge Center: Switch Role under an aws:SourceIp condition",
  url: "https://aws.amazon.com/premiumsupport/knowledge-center/source-ip-switch-role",
  retrieved: "2022"
};
var acmKeySecurity = {
  title: "ACM User Guide: private key security",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/kms.html",
  retrieved: "2018"
};
var acmDecryptRecord = {
  title: "ACM User Guide: CloudTrail records of integrated services, decrypting a private key",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/ct-related.html",
  retrieved: "2025"
};
var sourceFunctionArn = {
  title: "Lambda Developer Guide: which calls carry the ARN of the source function",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html",
  retrieved: "2025"
};
var glueContextKeys = {
  title: "Glue Developer Guide: identity-based policy examples, control policies with context keys",
  url: "https://docs.aws.amazon.com/glue/latest/dg/security_iam_id-based-policy-examples.html",
  retrieved: "2025"
};
var codeBuildContextKeys = {
  title: "CodeBuild User Guide: condition keys of builds as variables of the service role",
  url: "https://docs.aws.amazon.com/codebuild/latest/userguide/permissions-conditionkeys-variables.html",
  retrieved: "2025"
};
var copilotReport = {
  title: "aws/copilot-cli issue 5500: an upload fails on kms:GenerateDataKey under a condition on the address",
  url: "https://github.com/aws/copilot-cli/issues/5500",
  retrieved: "2023-11-22"
};
function archivedGuide(repository, file, title, retrieved) {
  return {
    title: `${title}, archived copy`,
    url: `https://github.com/awsdocs/${repository.replace("@", "/blob/")}/${file}`,
    retrieved
  };
}
function managedPolicy(name, version2, retrieved) {
  const url = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`;
  return { title: `AWS managed policy ${name}, version ${version2}`, url, retrieved };
}
function registrySchema(type, handler) {
  const file = `${type.toLowerCase().replaceAll("::", "-")}.json`;
  return {
    title: `CloudFormation registry schema of ${type}: permissions of its ${handler} handler`,
    url: `https://github.com/pulumi/pulumi-aws-native/blob/43eed3b/aws-cloudformation-schema/${file}`,
    retrieved: "2026-08-03"
  };
}
function autopilotModel(service) {
  const folder = "iam-policy-autopilot-policy-generation/resources/config/operation-fas-maps";
  return {
    title: `IAM Policy Autopilot: forward access sessions of ${service}`,
    url: `https://github.com/awslabs/iam-policy-autopilot/blob/8f09822/${folder}/${service}.json`,
    retrieved: "2026-08-20"
  };
}

// src/catalogue/service-names.ts
var namedInCalledVia = new Set(
  [
    "account aiops airflow aoss appflow application-autoscaling application-signals.cloudwatch",
    "application-transformation aps athena backup bedrock bedrock-agentcore bedrock-mantle cleanrooms",
    "cleanrooms-ml cloud9 cloudformation cloudfront codeguru-security controltower databrew dataexchange datazone",
    "docdb-elastic drs dynamodb ec2-images ec2fastlaunch elasticmapreduce emr-containers fsx glue imagebuilder",
    "kms lakeformation lambda launchwizard logs mgn mpa nimble observabilityadmin odb omics ops.emr-serverless",
    "ram rds redshift-data redshift-serverless resource-groups robomaker s3-object-lambda sagemaker securitylake",
    "servicecatalog servicecatalog-appregistry sns sqlworkbench ssm ssm-guiconnect vpc-lattice wafv2"
  ].flatMap((line) => line.split(" "))
);
var namedInKmsViaService = new Set(
  [
    "agent-registry airflow airflow-serverless aoss appflow apprunner athena auditmanager backup backup-gateway",
    "bedrock bedrock-agentcore cassandra cloudwatch codeartifact codecommit codeguru-reviewer comprehend connect",
    "datazone dax directoryservice dms docdb-elastic dsql dynamodb ec2 ecr eks elasticache elasticfilesystem",
    "emr-serverless es finspace firehose forecast fsx geo glue groundstation guardduty healthlake identitystore",
    "importexport iotsitewise kafka kendra kinesis kinesisvideo lambda lex license-manager logs lookoutequipment",
    "lookoutmetrics lookoutvision macie malware-protection managedblockchain mediatailor memorydb mgn monitron mq",
    "neptune-graph nimble omics profile proton qldb rds redshift redshift-serverless rekognition s3 s3tables",
    "s3vectors sagemaker scheduler secretsmanager ses sns sqlworkbench sqs ssm ssm-contacts ssm-guiconnect",
    "ssm-incidents sso storagegateway timestream translate wisdom workmail workspaces workspaces-web xray"
  ].flatMap((line) => line.split(" "))
);
function setsCalledVia(principal) {
  return namedInCalledVia.has(nameOf2(principal));
}
function kmsViaServicePattern(principal) {
  const name = nameOf2(principal);
  return namedInKmsViaService.has(name) ? `${name}.*.amazonaws.com` : "*.amazonaws.com";
}
function nameOf2(principal) {
  return principal.replace(/\.amazonaws\.com$/, "");
}

// src/catalogue/truth-table.ts
var calledViaKeys = ["aws:calledvia", "aws:calledviafirst", "aws:calledvialast"];
var vpcKeys2 = [
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourcevpcarn",
  "aws:vpcsourceip",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths"
];
var principalServiceKeys = ["aws:principalservicename", "aws:principalservicenameslist"];
var sourceResourceKeys = [
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths"
];
var roleMarkers = [
  "codebuild:buildarn",
  "codebuild:projectarn",
  "ec2:sourceinstancearn",
  "glue:credentialissuingservice",
  "glue:roleassumedby",
  "lambda:sourcefunctionarn",
  "ssm:sourceinstancearn"
];
var absent2 = { kind: "absent" };
var unknown = { kind: "unknown" };
var unlisted = { kind: "unlisted" };
var listed2 = { kind: "listed" };
function present(...values) {
  return { kind: "present", values };
}
function like2(pattern) {
  return { kind: "like", pattern };
}
var yes = present("true");
var no = present("false");
function cell(keys, state, source) {
  return { keys: typeof keys === "string" ? [keys] : keys, state, source };
}
var signedByIdentity = [
  cell("aws:principalisawsservice", no, globalConditionKeys),
  cell(principalServiceKeys, absent2, globalConditionKeys),
  cell(sourceResourceKeys, absent2, globalConditionKeys)
];
var forwarded = [
  cell("aws:viaawsservice", yes, forwardAccessSessions2),
  cell(vpcKeys2, absent2, forwardAccessSessions2),
  cell(calledViaKeys, "path", globalConditionKeys2023),
  cell("kms:viaservice", "path", kmsConditionKeys),
  ...signedByIdentity,
  cell(roleMarkers, absent2, globalConditionKeys)
];
var addressKept = {
  reading: "address-kept",
  mechanism: "forward-access-session",
  network: "public",
  claim: "a forward access session that follows a call to a public endpoint keeps the address of the caller",
  source: forwardAccessSessions2,
  cells: [cell("aws:sourceip", listed2, forwardAccessSessions2), ...forwarded]
};
var addressLost = {
  reading: "address-lost",
  mechanism: "forward-access-session",
  network: "public",
  claim: "a service that is called through another service sees the address of the calling service, not that of the user",
  source: conditionOperators,
  cells: [cell("aws:sourceip", unlisted, conditionOperators), ...forwarded]
};
var afterVpcEndpoint = {
  reading: "after-vpc-endpoint",
  mechanism: "forward-access-session",
  network: "vpc-endpoint",
  claim: "a forward access session that follows a call through a VPC endpoint hands on nothing of the network of the caller",
  source: forwardAccessSessions2,
  cells: [cell("aws:sourceip", unlisted, forwardAccessSessions2), ...forwarded]
};
var serviceRoleRow = {
  reading: "service-network",
  mechanism: "service-role",
  network: "public",
  claim: "a service that has assumed a role calls from its own network, so that the target sees the address of the service",
  source: restrictCallsByAddress,
  cells: [
    cell("aws:sourceip", unlisted, dataPerimeterIssue4),
    cell(vpcKeys2, absent2, globalConditionKeys),
    cell("aws:viaawsservice", no, globalConditionKeys2023),
    cell(calledViaKeys, absent2, globalConditionKeys2023),
    cell("kms:viaservice", absent2, kmsConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, "path", globalConditionKeys)
  ]
};
var cloudFormationRoleRow = {
  reading: "stack-service-role",
  mechanism: "service-role",
  network: "public",
  claim: "CloudFormation calls from its own network also with the service role of a stack, and marks the calls as made via a service",
  source: restrictCallsByAddress,
  cells: [
    cell("aws:sourceip", unlisted, restrictCallsByAddress),
    cell(vpcKeys2, absent2, forwardAccessSessions2),
    cell("aws:viaawsservice", yes, cloudFormationFas),
    cell(calledViaKeys, "path", cloudFormationFas),
    cell("kms:viaservice", "path", kmsConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, absent2, globalConditionKeys)
  ]
};
var servicePrincipalRow = {
  reading: "redacted-network",
  mechanism: "service-principal",
  network: "public",
  claim: "where a service calls as itself the network of the request is redacted, and a Deny on it may stop the service",
  source: s3ConditionKeys,
  cells: [
    cell("aws:sourceip", unlisted, s3ConditionKeys),
    cell(vpcKeys2, unlisted, globalConditionKeys),
    cell("aws:viaawsservice", unknown, globalConditionKeys),
    cell(calledViaKeys, unknown, globalConditionKeys),
    cell("kms:viaservice", "path", kmsConditionKeys),
    cell("aws:principalisawsservice", yes, globalConditionKeys),
    cell("aws:principalservicename", "path", globalConditionKeys),
    cell("aws:principalservicenameslist", unknown, globalConditionKeys),
    cell("aws:principalarn", unknown, globalConditionKeys),
    cell(sourceResourceKeys, "path", globalConditionKeys),
    cell(roleMarkers, absent2, globalConditionKeys)
  ]
};
var serviceLinkedRoleRow = {
  reading: "service-network",
  mechanism: "service-linked-role",
  network: "public",
  claim: "a service calls as its service-linked role from its own network, and no key says that it does so for somebody",
  source: globalConditionKeys2023,
  cells: [
    cell("aws:sourceip", unlisted, dataPerimeterResourcePolicies),
    cell(vpcKeys2, absent2, globalConditionKeys),
    cell("aws:viaawsservice", no, globalConditionKeys2023),
    cell(calledViaKeys, absent2, globalConditionKeys2023),
    cell("kms:viaservice", "path", kmsConditionKeys),
    cell("aws:principalarn", "path", globalConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, absent2, globalConditionKeys)
  ]
};
var ofConsoles = [
  cell(vpcKeys2, unknown, globalConditionKeys),
  cell("aws:viaawsservice", unknown, globalConditionKeys),
  cell(calledViaKeys, unknown, globalConditionKeys),
  cell("kms:viaservice", "path", kmsConditionKeys),
  ...signedByIdentity,
  cell(roleMarkers, absent2, globalConditionKeys)
];
var browserAddress = {
  reading: "browser-address",
  mechanism: "console",
  network: "public",
  claim: "what a console does for a user is reported with the address of the user, not that of the console",
  source: cloudTrailRecords,
  cells: [cell("aws:sourceip", listed2, cloudTrailRecords), ...ofConsoles]
};
var consoleAddress = {
  reading: "console-address",
  mechanism: "console",
  network: "public",
  claim: "some calls of the console come from an address of AWS",
  source: switchRoleReport,
  cells: [cell("aws:sourceip", unlisted, switchRoleReport), ...ofConsoles]
};
var cloudShellRow = {
  reading: "cloudshell-address",
  mechanism: "cloudshell",
  network: "public",
  claim: "a command in CloudShell calls from the address of CloudShell, and not via a service",
  source: cloudShellReport,
  cells: [
    cell("aws:sourceip", unlisted, cloudShellReport),
    cell(vpcKeys2, absent2, globalConditionKeys),
    cell("aws:viaawsservice", no, cloudShellReport),
    cell(calledViaKeys, absent2, globalConditionKeys),
    cell("kms:viaservice", absent2, kmsConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, absent2, globalConditionKeys)
  ]
};

// src/catalogue/mechanisms.ts
function forwardAccessSession({ lost, ...path }) {
  const keys = { ...calledVia([path.via]), "kms:viaservice": absent2 };
  return {
    ...path,
    mechanism: "forward-access-session",
    hops: path.hops.map((hop) => hopOf(hop, forwardedKeys(path.via, hop))),
    readings: [reading(addressKept, keys), { ...reading(addressLost, keys), ...lost }, reading(afterVpcEndpoint, keys)]
  };
}
function serviceRole(path) {
  const { markers = {}, ...rest } = path;
  return {
    ...rest,
    mechanism: "service-role",
    hops: path.hops.map((hop) => hopOf(hop, hop.through === void 0 ? {} : forRole(hop.through, hop))),
    readings: [reading(serviceRoleRow, { ...Object.fromEntries(roleMarkers.map((key) => [key, absent2])), ...markers })]
  };
}
function stackServiceRole(path) {
  const via38 = "cloudformation.amazonaws.com";
  return {
    ...path,
    via: via38,
    mechanism: "service-role",
    hops: path.hops.map((hop) => hopOf(hop, forwardedKeys(via38, hop))),
    readings: [reading(cloudFormationRoleRow, { ...calledVia([via38]), "kms:viaservice": absent2 })]
  };
}
function servicePrincipal2(path) {
  const { namesSource = false, ...rest } = path;
  const source = namesSource ? listed2 : unknown;
  const keys = {
    "aws:principalservicename": present(path.via),
    "kms:viaservice": absent2,
    "aws:sourceaccount": source,
    "aws:sourcearn": source,
    // There only if the account is a member of an organization.
    "aws:sourceorgid": unknown,
    "aws:sourceorgpaths": unknown
  };
  return {
    ...rest,
    mechanism: "service-principal",
    hops: path.hops.map((hop) => hopOf(hop, isKms(hop) ? { "kms:viaservice": unknown } : {})),
    readings: [reading(servicePrincipalRow, keys)]
  };
}
function serviceLinkedRole(path) {
  const arn = like2(`arn:*:iam::*:role/aws-service-role/${path.via}/*`);
  return {
    ...path,
    mechanism: "service-linked-role",
    hops: path.hops.map((hop) => hopOf(hop, isKms(hop) ? { "kms:viaservice": unknown } : {})),
    readings: [reading(serviceLinkedRoleRow, { "aws:principalarn": arn, "kms:viaservice": absent2 })]
  };
}
function consoleBackEnd(path) {
  const keys = { "kms:viaservice": absent2 };
  return {
    ...path,
    mechanism: "console",
    hops: path.hops.map((hop) => hopOf(hop, isKms(hop) ? { "kms:viaservice": unknown } : {})),
    readings: [reading(browserAddress, keys), reading(consoleAddress, keys)]
  };
}
function cloudShell(path) {
  return {
    ...path,
    mechanism: "cloudshell",
    hops: path.hops.map((hop) => hopOf(hop, {})),
    readings: [reading(cloudShellRow, {})]
  };
}
function reading({ reading: id, claim, source, network, cells }, path) {
  const keys = cells.flatMap(
    ({ keys: names, state }) => names.map((name) => {
      const decided = state === "path" ? path[name] : state;
      if (decided === void 0) throw new Error(`no path decides ${name} in the reading ${id}`);
      return [name, decided];
    })
  );
  return { id, claim, source, network, keys: Object.fromEntries(keys) };
}
function hopOf({ actions, resource, keys }, own) {
  return { actions, ...resource === void 0 ? {} : { resource }, keys: { ...own, ...keys } };
}
function forwardedKeys(via38, hop) {
  const chain = [via38, ...hop.through ?? []];
  return { ...chain.length > 1 ? calledVia(chain) : {}, ...kmsKeys(chain, hop) };
}
function forRole(through, hop) {
  return { "aws:viaawsservice": present("true"), ...calledVia(through), ...kmsKeys(through, hop) };
}
function kmsKeys(chain, hop) {
  const caller = hop.kmsService ?? chain.at(-1) ?? "";
  return isKms(hop) ? { "kms:viaservice": like2(kmsViaServicePattern(caller)) } : {};
}
function isKms({ actions }) {
  return actions.some((action) => action.startsWith("kms:"));
}
function calledVia(chain) {
  const end = (service) => service !== void 0 && setsCalledVia(service) ? present(service) : unknown;
  return {
    "aws:calledvia": chain.every(setsCalledVia) ? present(...chain) : unknown,
    "aws:calledviafirst": end(chain[0]),
    "aws:calledvialast": end(chain.at(-1))
  };
}

// src/catalogue/notes.ts
var inferredEntry = "That the call exists is shown by a managed policy of AWS’s; which call of the user leads to it is inferred.";
var callerPermission = "The guide says that the caller needs the permission; that the service uses the credentials of the caller follows from it.";
var registeredPermission = "Taken from the permissions that CloudFormation registers for the resource type; which service makes which of the calls is inferred.";

// src/catalogue/paths/airflow.ts
var airflowPaths = [
  forwardAccessSession({
    id: "airflow-vpce",
    title: "Managed Workflows for Apache Airflow creates VPC endpoints for an environment",
    via: "airflow.amazonaws.com",
    entryActions: ["airflow:CreateEnvironment"],
    hops: [{ actions: ["ec2:CreateVpcEndpoint"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("SageMakerStudioProjectRoleMachineLearningPolicy", 42, "2026-08-11")]
  })
];

// src/catalogue/paths/apigateway.ts
var apigatewayPaths = [
  forwardAccessSession({
    id: "apigw-vpclink",
    title: "API Gateway creates a VPC link",
    via: "apigateway.amazonaws.com",
    entryActions: ["apigateway:POST"],
    hops: [
      {
        actions: [
          "ec2:CreateVpcEndpointServiceConfiguration",
          "ec2:ModifyVpcEndpointServicePermissions",
          "ec2:DescribeVpcEndpointServiceConfigurations",
          "elasticloadbalancing:DescribeLoadBalancers"
        ]
      }
    ],
    basis: "documented",
    note: `${callerPermission} Applies to VPC links of REST APIs.`,
    sources: [
      archivedGuide(
        "amazon-api-gateway-developer-guide@6060e21",
        "doc_source/grant-permissions-to-create-vpclink.md",
        "API Gateway Developer Guide: Grant permissions to create a VPC link",
        "2023-06-29"
      )
    ]
  })
];

// src/catalogue/paths/appflow.ts
var via = "appflow.amazonaws.com";
var amazonAppFlowFullAccess = managedPolicy("AmazonAppFlowFullAccess", 3, "2022-02-28");
var appflowPaths = [
  forwardAccessSession({
    id: "appflow-secrets",
    title: "AppFlow stores the credentials of a connector in Secrets Manager",
    via,
    entryActions: ["appflow:CreateConnectorProfile", "appflow:UpdateConnectorProfile"],
    hops: [
      {
        actions: ["secretsmanager:CreateSecret", "secretsmanager:PutResourcePolicy"],
        resource: "arn:*:secretsmanager:*:*:secret:appflow!*"
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [amazonAppFlowFullAccess]
  }),
  forwardAccessSession({
    id: "appflow-kms",
    title: "AppFlow creates grants on the key of a flow or a connector",
    via,
    entryActions: ["appflow:CreateFlow", "appflow:CreateConnectorProfile"],
    hops: [{ actions: ["kms:CreateGrant", "kms:ListGrants"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [amazonAppFlowFullAccess]
  })
];

// src/catalogue/paths/application-autoscaling.ts
var applicationAutoscalingPaths = [
  forwardAccessSession({
    id: "appautoscaling-alarms",
    title: "Application Auto Scaling manages the CloudWatch alarms of a scaling policy",
    via: "application-autoscaling.amazonaws.com",
    entryActions: ["application-autoscaling:PutScalingPolicy", "application-autoscaling:DeleteScalingPolicy"],
    hops: [
      {
        actions: ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"],
        resource: "arn:*:cloudwatch:*:*:alarm:TargetTracking-*"
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonSageMakerCanvasFullAccess", 11, "2024-08-16")]
  })
];

// src/catalogue/paths/application-signals.ts
var applicationSignalsPaths = [
  forwardAccessSession({
    id: "appsignals-xray",
    title: "Application Signals queries X-Ray",
    via: "application-signals.cloudwatch.amazonaws.com",
    entryActions: ["application-signals:GetService", "application-signals:ListServices"],
    hops: [{ actions: ["xray:BatchGetTraces", "xray:StartTraceRetrieval"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("CloudWatchApplicationSignalsFullAccess", 7, "2026-02-12")]
  })
];

// src/catalogue/paths/appstream.ts
var appstreamPaths = [
  serviceRole({
    id: "appstream-role",
    title: "AppStream creates network interfaces and stores data in S3 with its service role",
    via: "appstream.amazonaws.com",
    entryActions: ["appstream:CreateFleet", "appstream:CreateImageBuilder"],
    hops: [
      { actions: ["ec2:CreateNetworkInterface", "ec2:DescribeSubnets"] },
      { actions: ["s3:CreateBucket"] },
      { actions: ["s3:PutObject"] }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-appstream2-developer-guide@5a76f3f",
        "doc_source/controlling-access-checking-for-iam-service-access.md",
        "AppStream 2.0 Administration Guide: Checking for the AmazonAppStreamServiceAccess Service Role and Policies",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/aps.ts
var apsPaths = [
  forwardAccessSession({
    id: "aps-eks",
    title: "Managed Service for Prometheus looks up the EKS cluster of a scraper",
    via: "aps.amazonaws.com",
    entryActions: ["aps:CreateScraper"],
    hops: [{ actions: ["eks:DescribeCluster", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonPrometheusFullAccess", 2, "2023-11-26")]
  })
];

// src/catalogue/paths/athena.ts
var via2 = "athena.amazonaws.com";
var encryption = archivedGuide(
  "amazon-athena-user-guide@765e909",
  "doc_source/encryption.md",
  "Athena User Guide: Encryption at rest",
  "2023-06-15"
);
var privateAddress = {
  claim: "what Athena asks of S3 comes from a private address of Athena",
  source: athenaS3Permissions
};
var athenaPaths = [
  forwardAccessSession({
    id: "athena-s3-data",
    title: "Athena reads the data of a query from S3 for whoever runs it",
    via: via2,
    entryActions: ["athena:StartQueryExecution", "athena:GetQueryResults"],
    hops: [{ actions: ["s3:GetObject"] }, { actions: ["s3:ListBucket", "s3:GetBucketLocation"] }],
    basis: "documented",
    note: "Athena’s own guide says that the address of the caller is lost; its copy of 2023 said the opposite, as the page on forward access sessions does today.",
    lost: privateAddress,
    sources: [athenaS3Permissions]
  }),
  forwardAccessSession({
    id: "athena-s3-results",
    title: "Athena writes the results of a query to S3 for whoever runs it",
    via: via2,
    entryActions: ["athena:StartQueryExecution"],
    hops: [
      { actions: ["s3:PutObject", "s3:GetObject", "s3:AbortMultipartUpload"] },
      { actions: ["s3:ListBucketMultipartUploads"] }
    ],
    basis: "documented",
    lost: privateAddress,
    sources: [dataPerimeterScps, athenaS3Permissions]
  }),
  forwardAccessSession({
    id: "athena-s3-kms",
    title: "Athena reads encrypted data from S3, for which S3 calls KMS",
    via: via2,
    entryActions: ["athena:StartQueryExecution"],
    hops: [
      { actions: ["s3:GetObject"] },
      { actions: ["kms:Decrypt", "kms:GenerateDataKey"], through: ["s3.amazonaws.com"] }
    ],
    basis: "documented",
    note: callerPermission,
    lost: privateAddress,
    sources: [encryption, athenaS3Permissions]
  }),
  forwardAccessSession({
    id: "athena-glue",
    title: "Athena reads the Glue Data Catalog for whoever runs a query",
    via: via2,
    entryActions: ["athena:StartQueryExecution", "athena:GetTableMetadata", "athena:ListTableMetadata"],
    hops: [
      { actions: ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions"] },
      { actions: ["kms:Decrypt"], through: ["glue.amazonaws.com"] }
    ],
    basis: "documented",
    note: `${callerPermission} KMS is called where the catalog is encrypted.`,
    sources: [encryption]
  }),
  forwardAccessSession({
    id: "athena-lakeformation",
    title: "Athena asks Lake Formation for access to the data of a query",
    via: via2,
    entryActions: ["athena:StartQueryExecution"],
    hops: [{ actions: ["lakeformation:GetDataAccess"] }],
    basis: "documented",
    note: callerPermission,
    sources: [
      archivedGuide(
        "amazon-athena-user-guide@765e909",
        "doc_source/lf-athena-user-permissions.md",
        "Athena User Guide: Managing Lake Formation and Athena user permissions",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "athena-lambda",
    title: "Athena invokes the Lambda function of a federated query for whoever runs it",
    via: via2,
    entryActions: ["athena:StartQueryExecution"],
    hops: [{ actions: ["lambda:InvokeFunction"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-athena-user-guide@765e909",
        "doc_source/security-iam-athena-calledvia.md",
        "Athena User Guide: Using Athena with CalledVia context keys",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "athena-lambda-get",
    title: "Athena looks up the Lambda function of a federated query",
    via: via2,
    entryActions: ["athena:StartQueryExecution"],
    hops: [{ actions: ["lambda:GetFunction"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("SageMakerStudioProjectProvisioningRolePolicy", 82, "2026-08-24")]
  })
];

// src/catalogue/paths/auditmanager.ts
var auditmanagerPaths = [
  forwardAccessSession({
    id: "auditmanager-kms",
    title: "Audit Manager creates a grant on a customer managed key",
    via: "auditmanager.amazonaws.com",
    entryActions: ["auditmanager:RegisterAccount", "auditmanager:UpdateSettings"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSAuditManagerAdministratorAccess", 3, "2024-05-15")]
  })
];

// src/catalogue/paths/autoscaling.ts
var via3 = "autoscaling.amazonaws.com";
var autoscalingPaths = [
  forwardAccessSession({
    id: "autoscaling-runinstances-check",
    title: "Auto Scaling checks the caller’s right to run instances from a launch template",
    via: via3,
    entryActions: ["autoscaling:CreateAutoScalingGroup", "autoscaling:UpdateAutoScalingGroup"],
    hops: [{ actions: ["ec2:RunInstances", "ec2:CreateTags", "iam:PassRole"] }],
    basis: "documented",
    note: callerPermission,
    sources: [
      archivedGuide(
        "amazon-ec2-auto-scaling-user-guide@6c46a78",
        "doc_source/launch-templates.md",
        "EC2 Auto Scaling User Guide: Launch templates",
        "2023-06-15"
      )
    ]
  }),
  serviceLinkedRole({
    id: "autoscaling-slr",
    title: "Auto Scaling launches instances with encrypted volumes as its service-linked role",
    via: via3,
    entryActions: ["autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup"],
    hops: [
      { actions: ["ec2:RunInstances", "ec2:TerminateInstances"] },
      { actions: ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"] }
    ],
    basis: "documented",
    note: "A Deny in the key policy stops it; SCPs, RCPs and identity policies do not meet it.",
    sources: [
      archivedGuide(
        "amazon-ec2-auto-scaling-user-guide@6c46a78",
        "doc_source/key-policy-requirements-EBS-encryption.md",
        "EC2 Auto Scaling User Guide: Required AWS KMS key policy for use with encrypted volumes",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/backup.ts
var via4 = "backup.amazonaws.com";
var aWSBackupFullAccess = managedPolicy("AWSBackupFullAccess", 30, "2026-02-12");
var backupPaths = [
  forwardAccessSession({
    id: "backup-delete-recovery-point",
    title: "AWS Backup deletes recovery points in the service that holds them",
    via: via4,
    entryActions: ["backup:DeleteRecoveryPoint"],
    hops: [
      {
        actions: [
          "rds:DeleteDBSnapshot",
          "rds:DeleteDBClusterSnapshot",
          "dynamodb:DeleteBackup",
          "ec2:DeleteSnapshot",
          "ec2:DeregisterImage",
          "fsx:DeleteBackup",
          "redshift-serverless:DeleteSnapshot"
        ]
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [aWSBackupFullAccess]
  }),
  forwardAccessSession({
    id: "backup-kms",
    title: "AWS Backup creates grants on the key of a vault",
    via: via4,
    entryActions: ["backup:CreateBackupVault"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [aWSBackupFullAccess]
  })
];

// src/catalogue/paths/bedrock.ts
var via5 = "bedrock.amazonaws.com";
var amazonBedrockFullAccess = managedPolicy("AmazonBedrockFullAccess", 11, "2026-08-04");
var bedrockPaths = [
  forwardAccessSession({
    id: "bedrock-marketplace",
    title: "Bedrock subscribes to a third-party model in AWS Marketplace",
    via: via5,
    entryActions: ["bedrock:CreateFoundationModelAgreement", "bedrock:InvokeModel"],
    hops: [{ actions: ["aws-marketplace:Subscribe", "aws-marketplace:ViewSubscriptions"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [amazonBedrockFullAccess]
  }),
  forwardAccessSession({
    id: "bedrock-sagemaker",
    title: "Bedrock Marketplace deploys and calls SageMaker endpoints",
    via: via5,
    entryActions: ["bedrock:CreateMarketplaceModelEndpoint", "bedrock:InvokeModel"],
    hops: [{ actions: ["sagemaker:CreateEndpoint", "sagemaker:CreateModel", "sagemaker:InvokeEndpoint"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [amazonBedrockFullAccess]
  })
];

// src/catalogue/paths/bedrock-agentcore.ts
var bedrockAgentcorePaths = [
  forwardAccessSession({
    id: "bedrock-agentcore-kms",
    title: "Bedrock AgentCore uses keys and reads artifacts from S3",
    via: "bedrock-agentcore.amazonaws.com",
    entryActions: ["bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:CreateMemory"],
    hops: [{ actions: ["kms:Decrypt", "kms:GenerateDataKey"] }, { actions: ["s3:GetObject"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("BedrockAgentCoreFullAccess", 19, "2026-08-11")]
  })
];

// src/catalogue/paths/cleanrooms.ts
var cleanroomsPaths = [
  forwardAccessSession({
    id: "cleanrooms-logs",
    title: "Clean Rooms sets up the logging of analyses",
    via: "cleanrooms.amazonaws.com",
    entryActions: ["cleanrooms:CreateMembership", "cleanrooms:UpdateMembership"],
    hops: [{ actions: ["logs:CreateLogDelivery", "logs:PutResourcePolicy", "logs:CreateLogGroup"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSCleanRoomsFullAccessNoQuerying", 7, "2026-02-12")]
  })
];

// src/catalogue/paths/cloud9.ts
var cloud9Paths = [
  forwardAccessSession({
    id: "cloud9-ssm",
    title: "Cloud9 opens Session Manager sessions as the user",
    via: "cloud9.amazonaws.com",
    entryActions: ["cloud9:CreateEnvironmentEC2", "cloud9:DescribeEnvironmentStatus"],
    hops: [{ actions: ["ssm:StartSession", "ssm:GetConnectionStatus"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-cloud9-user-guide@b0f2ce3",
        "doc_source/ec2-ssm.md",
        "Cloud9 User Guide: Accessing no-ingress EC2 instances with AWS Systems Manager",
        "2023-06-15"
      ),
      managedPolicy("AWSCloud9User", 12, "2026-02-12")
    ]
  })
];

// src/catalogue/any-action.ts
var anyAction = [
  "apigateway:GET",
  "application-autoscaling:RegisterScalableTarget",
  "athena:StartQueryExecution",
  "autoscaling:UpdateAutoScalingGroup",
  "bedrock:InvokeModel",
  "cloudformation:CreateStack",
  "cloudformation:DescribeStacks",
  "cloudfront:CreateInvalidation",
  "cloudwatch:PutMetricData",
  "codebuild:StartBuild",
  "cognito-idp:AdminGetUser",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "ec2:CreateTags",
  "ec2:DescribeInstances",
  "ec2:RunInstances",
  "ec2:StopInstances",
  "ec2:TerminateInstances",
  "ecr:BatchGetImage",
  "ecs:RunTask",
  "eks:DescribeCluster",
  "elasticloadbalancing:CreateLoadBalancer",
  "events:PutEvents",
  "firehose:PutRecord",
  "glue:GetTable",
  "iam:CreateRole",
  "iam:PassRole",
  "kinesis:PutRecord",
  "lambda:CreateFunction",
  "lambda:InvokeFunction",
  "logs:CreateLogGroup",
  "logs:PutLogEvents",
  "organizations:ListAccounts",
  "rds:CreateDBInstance",
  "redshift-data:ExecuteStatement",
  "route53:ChangeResourceRecordSets",
  "s3:CreateBucket",
  "s3:GetObject",
  "s3:ListBucket",
  "s3:PutObject",
  "sagemaker:InvokeEndpoint",
  "secretsmanager:GetSecretValue",
  "ses:SendEmail",
  "sns:Publish",
  "sqs:ReceiveMessage",
  "sqs:SendMessage",
  "ssm:GetParameter",
  "states:StartExecution",
  "sts:AssumeRole",
  "tag:GetResources",
  "xray:PutTraceSegments"
];

// src/catalogue/paths/cloudformation.ts
var via6 = "cloudformation.amazonaws.com";
var usingIamTemplate = archivedGuide(
  "aws-cloudformation-user-guide@19dc52cd",
  "doc_source/using-iam-template.md",
  "CloudFormation User Guide: Controlling access with AWS Identity and Access Management",
  "2023-12-07"
);
var schemaOfInstanceUpdate = registrySchema("AWS::EC2::Instance", "update");
var ownAddress = {
  claim: "CloudFormation provisions resources from an address of its own, not from that of the request",
  source: cloudFormationAccess
};
var terminationDenied = {
  claim: "a condition on the address denies services such as CloudFormation that call for the user",
  source: terminateByIp
};
var kmsServiceUnknown = { "kms:viaservice": unknown };
var viaUnknown = {
  "aws:viaawsservice": unknown,
  "aws:calledvia": unknown,
  "aws:calledviafirst": unknown,
  "aws:calledvialast": unknown
};
var cloudformationPaths = [
  forwardAccessSession({
    id: "cfn-ec2-run",
    title: "CloudFormation creates EC2 instances for whoever creates or updates the stack",
    via: via6,
    entryActions: ["cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:ExecuteChangeSet"],
    hops: [{ actions: ["ec2:RunInstances", "ec2:CreateTags"] }],
    basis: "documented",
    note: "Applies to stacks without a service role.",
    lost: ownAddress,
    sources: [
      cloudFormationAccess,
      conditionOperators,
      usingIamTemplate,
      registrySchema("AWS::EC2::Instance", "create"),
      denyBySourceIp
    ]
  }),
  forwardAccessSession({
    id: "cfn-ec2-terminate",
    title: "CloudFormation terminates EC2 instances when a stack is deleted or an instance is replaced",
    via: via6,
    entryActions: ["cloudformation:DeleteStack", "cloudformation:UpdateStack"],
    hops: [{ actions: ["ec2:TerminateInstances"] }],
    basis: "documented",
    note: "Applies to stacks without a service role.",
    lost: terminationDenied,
    sources: [
      terminateByIp,
      archivedGuide(
        "aws-cloudformation-user-guide@19dc52cd",
        "doc_source/cfn-whatis-howdoesitwork.md",
        "CloudFormation User Guide: How does AWS CloudFormation work?",
        "2023-12-07"
      )
    ]
  }),
  forwardAccessSession({
    id: "cfn-ec2-stop-fas",
    title: "CloudFormation stops and starts EC2 instances when it updates a stack",
    via: via6,
    entryActions: ["cloudformation:UpdateStack", "cloudformation:ExecuteChangeSet"],
    hops: [{ actions: ["ec2:StopInstances", "ec2:StartInstances", "ec2:ModifyInstanceAttribute"] }],
    basis: "derived",
    note: `${registeredPermission} Applies to updates that interrupt the instance, in stacks without a service role.`,
    lost: ownAddress,
    sources: [schemaOfInstanceUpdate, cloudFormationFas]
  }),
  stackServiceRole({
    id: "cfn-ec2-stop-service-role",
    title: "CloudFormation stops and starts EC2 instances with the service role of the stack",
    entryActions: ["cloudformation:UpdateStack", "cloudformation:ExecuteChangeSet"],
    hops: [{ actions: ["ec2:StopInstances", "ec2:StartInstances"] }],
    basis: "documented",
    note: "Applies where the statement reaches that role. CloudFormation sets aws:ViaAWSService for such calls too, as no other service does for a role. The address is that of CloudFormation, says the support article; no newer page tells it.",
    sources: [restrictCallsByAddress, cloudFormationFas, schemaOfInstanceUpdate]
  }),
  forwardAccessSession({
    id: "cfn-s3-bucket",
    title: "CloudFormation creates S3 buckets for whoever creates or updates the stack",
    via: via6,
    entryActions: ["cloudformation:CreateStack", "cloudformation:UpdateStack"],
    hops: [{ actions: ["s3:CreateBucket", "s3:PutBucketTagging", "s3:PutEncryptionConfiguration"] }],
    basis: "documented",
    note: "Applies to stacks without a service role.",
    lost: ownAddress,
    sources: [usingIamTemplate]
  }),
  forwardAccessSession({
    id: "cfn-any-resource",
    title: "CloudFormation creates, changes and deletes whatever a template holds",
    via: via6,
    entryActions: [
      "cloudformation:CreateStack",
      "cloudformation:UpdateStack",
      "cloudformation:ExecuteChangeSet",
      "cloudformation:DeleteStack"
    ],
    hops: [{ actions: anyAction }],
    basis: "documented",
    note: "Applies to stacks without a service role. Shown on common actions; the permissions that CloudFormation registers for each resource type tell the rest. Operations are reported to have failed under a permission set of IAM Identity Center that denies by address.",
    lost: ownAddress,
    sources: [
      archivedGuide(
        "aws-cloudformation-user-guide@19dc52cd",
        "doc_source/using-iam-servicerole.md",
        "CloudFormation User Guide: AWS CloudFormation service role",
        "2023-12-07"
      ),
      cloudFormationFas,
      permissionSetReport
    ]
  }),
  stackServiceRole({
    id: "cfn-service-role-any",
    title: "CloudFormation creates, changes and deletes whatever a template holds, with the service role of the stack",
    entryActions: [
      "cloudformation:CreateStack",
      "cloudformation:UpdateStack",
      "cloudformation:ExecuteChangeSet",
      "cloudformation:DeleteStack"
    ],
    hops: [
      { actions: anyAction },
      { actions: ["kms:CreateKey", "kms:PutKeyPolicy", "kms:TagResource"], keys: kmsServiceUnknown }
    ],
    basis: "documented",
    note: "Applies where the statement reaches that role. CloudFormation sets aws:ViaAWSService for such calls too, but for a small subset of resource types that its guide does not name.",
    sources: [cloudFormationFas, restrictCallsByAddress]
  }),
  forwardAccessSession({
    id: "cfn-kms-key",
    title: "CloudFormation creates KMS keys for whoever creates the stack",
    via: via6,
    entryActions: ["cloudformation:CreateStack"],
    hops: [{ actions: ["kms:CreateKey", "kms:PutKeyPolicy", "kms:TagResource"], keys: kmsServiceUnknown }],
    basis: "documented",
    note: "Applies to stacks without a service role. CloudFormation is not among the services that AWS lists for kms:ViaService.",
    lost: ownAddress,
    sources: [cloudFormationFas, registrySchema("AWS::KMS::Key", "create")]
  }),
  forwardAccessSession({
    id: "cfn-dynamodb-kms",
    title: "CloudFormation creates an encrypted DynamoDB table, for which DynamoDB calls KMS",
    via: via6,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["dynamodb:CreateTable"] },
      { actions: ["kms:CreateGrant", "kms:DescribeKey"], through: ["dynamodb.amazonaws.com"] }
    ],
    basis: "documented",
    lost: ownAddress,
    sources: [forwardAccessSessions2, registrySchema("AWS::DynamoDB::Table", "create")]
  }),
  serviceRole({
    id: "cfn-stacksets-roles",
    title: "CloudFormation StackSets works in other accounts through an administration and an execution role",
    via: via6,
    entryActions: [
      "cloudformation:CreateStackSet",
      "cloudformation:CreateStackInstances",
      "cloudformation:UpdateStackSet"
    ],
    hops: [
      {
        actions: ["sts:AssumeRole"],
        resource: "arn:*:iam::*:role/AWSCloudFormationStackSetExecutionRole",
        keys: viaUnknown
      },
      { actions: anyAction, keys: viaUnknown }
    ],
    basis: "documented",
    note: "A Deny in the trust policy of the execution role stops the administration role. Whether these calls carry aws:ViaAWSService is not documented.",
    sources: [
      archivedGuide(
        "aws-cloudformation-user-guide@19dc52cd",
        "doc_source/stacksets-prereqs-self-managed.md",
        "CloudFormation User Guide: Grant self-managed permissions",
        "2023-12-07"
      )
    ]
  })
];

// src/catalogue/paths/cloudformation-resources.ts
var via7 = "cloudformation.amazonaws.com";
var schemaOfFunctionCreate = registrySchema("AWS::Lambda::Function", "create");
var ownAddress2 = {
  claim: "CloudFormation provisions resources from an address of its own, not from that of the request",
  source: cloudFormationAccess
};
var cloudformationResourcesPaths = [
  forwardAccessSession({
    id: "cfn-lambda-code-s3",
    title: "CloudFormation creates a Lambda function, for which Lambda reads the code from S3",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["lambda:CreateFunction", "iam:PassRole"] },
      { actions: ["s3:GetObject", "s3:GetObjectVersion"], through: ["lambda.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [schemaOfFunctionCreate]
  }),
  forwardAccessSession({
    id: "cfn-lambda-vpc-kms",
    title: "CloudFormation creates a Lambda function with a VPC and an encryption key, both of which Lambda checks",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      {
        actions: ["ec2:DescribeSubnets", "ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"],
        through: ["lambda.amazonaws.com"]
      },
      { actions: ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt"], through: ["lambda.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [schemaOfFunctionCreate]
  }),
  forwardAccessSession({
    id: "cfn-rds",
    title: "CloudFormation creates an RDS instance: network checks, key grants and the managed secret",
    via: via7,
    entryActions: ["cloudformation:CreateStack", "cloudformation:UpdateStack"],
    hops: [
      { actions: ["rds:CreateDBInstance"] },
      {
        actions: ["ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:DescribeSecurityGroups"],
        through: ["rds.amazonaws.com"]
      },
      { actions: ["kms:CreateGrant", "kms:DescribeKey"], through: ["rds.amazonaws.com"] },
      { actions: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"], through: ["rds.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::RDS::DBInstance", "create")]
  }),
  forwardAccessSession({
    id: "cfn-eks",
    title: "CloudFormation creates an EKS cluster, for which EKS creates a grant on the key of its secrets",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["eks:CreateCluster", "iam:PassRole"] },
      { actions: ["kms:CreateGrant", "kms:DescribeKey"], through: ["eks.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::EKS::Cluster", "create")]
  }),
  forwardAccessSession({
    id: "cfn-asg",
    title: "CloudFormation creates an Auto Scaling group, for which the caller’s right to run instances is checked",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["autoscaling:CreateAutoScalingGroup"] },
      { actions: ["ec2:RunInstances"], through: ["autoscaling.amazonaws.com"] },
      { actions: ["cloudwatch:PutMetricAlarm"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::AutoScaling::AutoScalingGroup", "create")]
  }),
  forwardAccessSession({
    id: "cfn-ebs-kms",
    title: "CloudFormation creates an encrypted EBS volume",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["ec2:CreateVolume"] },
      { actions: ["kms:GenerateDataKeyWithoutPlaintext", "kms:CreateGrant"], through: ["ec2.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::EC2::Volume", "create")]
  }),
  forwardAccessSession({
    id: "cfn-waf-logging",
    title: "CloudFormation turns on WAF logging, for which WAF sets up the delivery of logs",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["logs:CreateLogDelivery", "logs:PutResourcePolicy"], through: ["wafv2.amazonaws.com"] },
      { actions: ["s3:PutBucketPolicy"], through: ["wafv2.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::WAFv2::LoggingConfiguration", "create")]
  }),
  forwardAccessSession({
    id: "cfn-iam-role",
    title: "CloudFormation creates IAM roles and their policies",
    via: via7,
    entryActions: ["cloudformation:CreateStack", "cloudformation:UpdateStack"],
    hops: [{ actions: ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"] }],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::IAM::Role", "create")]
  }),
  forwardAccessSession({
    id: "cfn-datasync-roles",
    title: "CloudFormation creates a DataSync task, for which DataSync checks the locations",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["datasync:CreateTask"] },
      { actions: ["ec2:CreateNetworkInterface", "fsx:DescribeFileSystems"], through: ["datasync.amazonaws.com"] },
      { actions: ["s3:ListBucket"], through: ["datasync.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::DataSync::Task", "create")]
  }),
  forwardAccessSession({
    id: "cfn-transfer-server",
    title: "CloudFormation creates a Transfer Family server with its VPC endpoint and log delivery",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["transfer:CreateServer", "iam:PassRole"] },
      { actions: ["ec2:CreateVpcEndpoint", "ec2:AssociateAddress"], through: ["transfer.amazonaws.com"] },
      { actions: ["logs:CreateLogDelivery"], through: ["transfer.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::Transfer::Server", "create")]
  }),
  forwardAccessSession({
    id: "cfn-stepfunctions-s3",
    title: "CloudFormation reads the definition of a state machine from S3",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["s3:GetObject", "s3:GetObjectVersion"] },
      { actions: ["states:CreateStateMachine", "iam:PassRole"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::StepFunctions::StateMachine", "create")]
  }),
  forwardAccessSession({
    id: "cfn-servicecatalog",
    title: "CloudFormation provisions a Service Catalog product, whose stack Service Catalog creates",
    via: via7,
    entryActions: ["cloudformation:CreateStack"],
    hops: [
      { actions: ["servicecatalog:ProvisionProduct"] },
      { actions: ["cloudformation:CreateStack"], through: ["servicecatalog.amazonaws.com"] }
    ],
    basis: "derived",
    note: registeredPermission,
    lost: ownAddress2,
    sources: [registrySchema("AWS::ServiceCatalog::CloudFormationProvisionedProduct", "create")]
  })
];

// src/catalogue/paths/cloudformation-templates.ts
var via8 = "cloudformation.amazonaws.com";
var dynamicReferences = archivedGuide(
  "aws-cloudformation-user-guide@19dc52cd",
  "doc_source/dynamic-references.md",
  "CloudFormation User Guide: Using dynamic references to specify template values",
  "2023-12-07"
);
var ownAddress3 = {
  claim: "CloudFormation provisions resources from an address of its own, not from that of the request",
  source: cloudFormationAccess
};
var cloudformationTemplatesPaths = [
  consoleBackEnd({
    id: "cfn-template-upload-s3",
    title: "The CloudFormation console uploads a template to an S3 bucket and reads it back",
    via: via8,
    entryActions: [
      "cloudformation:CreateUploadBucket",
      "cloudformation:CreateStack",
      "cloudformation:ValidateTemplate"
    ],
    hops: [
      { actions: ["s3:CreateBucket", "s3:ListBucket"], resource: "arn:*:s3:::cf-templates-*" },
      { actions: ["s3:PutObject", "s3:GetObject"], resource: "arn:*:s3:::cf-templates-*/*" }
    ],
    basis: "documented",
    note: "The upload itself comes from the browser; from where the template is read no page says. Failures under a bare Deny on the address were reported in 2018.",
    sources: [
      archivedGuide(
        "aws-cloudformation-user-guide@19dc52cd",
        "doc_source/using-iam-template.md",
        "CloudFormation User Guide: Controlling access with AWS Identity and Access Management",
        "2023-12-07"
      ),
      sourceIpTips
    ]
  }),
  forwardAccessSession({
    id: "cfn-template-url-s3",
    title: "CloudFormation reads a template from the S3 address it is given",
    via: via8,
    entryActions: [
      "cloudformation:CreateStack",
      "cloudformation:CreateChangeSet",
      "cloudformation:UpdateStack",
      "cloudformation:ValidateTemplate",
      "cloudformation:GetTemplateSummary"
    ],
    hops: [{ actions: ["s3:GetObject"] }],
    basis: "observed",
    note: "The template is read with the permissions of the caller; no page of AWS says from which address.",
    lost: ownAddress3,
    sources: [
      {
        title: "aws/aws-cdk issue 15593: CreateChangeSet is denied while the template is read from S3",
        url: "https://github.com/aws/aws-cdk/issues/15593",
        retrieved: "2021"
      }
    ]
  }),
  forwardAccessSession({
    id: "cfn-macro-lambda",
    title: "CloudFormation runs the Lambda function of a template macro as the user",
    via: via8,
    entryActions: ["cloudformation:CreateChangeSet", "cloudformation:CreateStack", "cloudformation:UpdateStack"],
    hops: [{ actions: ["lambda:InvokeFunction"] }],
    basis: "documented",
    lost: ownAddress3,
    sources: [
      archivedGuide(
        "aws-cloudformation-user-guide@19dc52cd",
        "doc_source/template-macros.md",
        "CloudFormation User Guide: Using AWS CloudFormation macros to perform custom processing on templates",
        "2023-12-07"
      )
    ]
  }),
  forwardAccessSession({
    id: "cfn-dynref-ssm",
    title: "CloudFormation reads Parameter Store values that a template refers to",
    via: via8,
    entryActions: ["cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:CreateChangeSet"],
    hops: [{ actions: ["ssm:GetParameters", "ssm:GetParameter"] }],
    basis: "documented",
    note: callerPermission,
    lost: ownAddress3,
    sources: [dynamicReferences]
  }),
  forwardAccessSession({
    id: "cfn-dynref-secret",
    title: "CloudFormation reads secrets that a template refers to",
    via: via8,
    entryActions: ["cloudformation:CreateStack", "cloudformation:UpdateStack"],
    hops: [
      { actions: ["secretsmanager:GetSecretValue"] },
      { actions: ["kms:Decrypt"], through: ["secretsmanager.amazonaws.com"] }
    ],
    basis: "documented",
    note: callerPermission,
    lost: ownAddress3,
    sources: [dynamicReferences]
  }),
  forwardAccessSession({
    id: "cfn-drift",
    title: "CloudFormation reads the resources of a stack to detect drift",
    via: via8,
    entryActions: ["cloudformation:DetectStackDrift", "cloudformation:DetectStackResourceDrift"],
    hops: [{ actions: ["ec2:DescribeInstances"] }],
    basis: "documented",
    note: `${callerPermission} Shown on EC2 instances; every resource type has read permissions of its own.`,
    lost: ownAddress3,
    sources: [
      archivedGuide(
        "aws-cloudformation-user-guide@19dc52cd",
        "doc_source/using-cfn-stack-drift.md",
        "CloudFormation User Guide: Detecting unmanaged configuration changes to stacks and resources",
        "2023-12-07"
      )
    ]
  }),
  forwardAccessSession({
    id: "cfn-service-owned-transform",
    title: "CloudFormation resolves a transform that AWS owns",
    via: via8,
    entryActions: ["cloudformation:CreateChangeSet", "cloudformation:CreateStack"],
    hops: [{ actions: ["cloudformation:CreateChangeSet"], resource: "arn:*:cloudformation:*:aws:transform/*" }],
    basis: "documented",
    note: "With a stack service role the call is made with that role instead.",
    lost: ownAddress3,
    sources: [dataPerimeterOwned]
  })
];

// src/catalogue/paths/cloudfront.ts
var via9 = "cloudfront.amazonaws.com";
var cloudFrontFullAccess = managedPolicy("CloudFrontFullAccess", 15, "2026-07-30");
var cloudfrontPaths = [
  forwardAccessSession({
    id: "cloudfront-acm-kms",
    title: "An ACM certificate is attached to a CloudFront distribution, for which a grant on its key is created",
    via: via9,
    entryActions: ["cloudfront:CreateDistribution", "cloudfront:UpdateDistribution"],
    hops: [{ actions: ["kms:CreateGrant"], resource: "arn:*:kms:us-east-1:*:key/*" }],
    basis: "documented",
    note: "The guide says that the user implicitly creates the grant; that it is made with the credentials of the user is inferred. Later decryption is done by AWS itself, not by the user. The key is managed by AWS, in us-east-1: key policies and RCPs do not meet the call. CloudFront’s guide of 2023 denies support for forward access sessions, an AWS managed policy of 2026 rests on it.",
    sources: [acmKeySecurity, sourceIpTips, acmDecryptRecord, cloudFrontFullAccess]
  }),
  forwardAccessSession({
    id: "cloudfront-acm-request",
    title: "CloudFront requests an ACM certificate for a distribution",
    via: via9,
    entryActions: [
      "cloudfront:CreateDistributionTenant",
      "cloudfront:UpdateDistributionTenant",
      "cloudfront:CreateDistribution"
    ],
    hops: [{ actions: ["acm:RequestCertificate"] }],
    basis: "derived",
    sources: [cloudFrontFullAccess]
  }),
  forwardAccessSession({
    id: "cloudfront-logs-s3-acl",
    title: "CloudFront changes the ACL of the bucket for its logs with the caller’s permissions",
    via: via9,
    entryActions: ["cloudfront:CreateDistribution", "cloudfront:UpdateDistribution"],
    hops: [{ actions: ["s3:GetBucketAcl", "s3:PutBucketAcl"] }],
    basis: "documented",
    note: "Applies to distributions with standard logging.",
    sources: [
      archivedGuide(
        "amazon-cloudfront-developer-guide@1c964d4",
        "doc_source/AccessLogs.md",
        "CloudFront Developer Guide: Configuring and using standard logs (access logs)",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "cloudfront-lambda-edge",
    title: "CloudFront replicates a Lambda@Edge function",
    via: via9,
    entryActions: ["cloudfront:UpdateDistribution", "cloudfront:CreateDistribution"],
    hops: [
      { actions: ["lambda:GetFunction", "lambda:EnableReplication"] },
      { actions: ["iam:CreateServiceLinkedRole"], resource: "arn:*:iam::*:role/aws-service-role/*" }
    ],
    basis: "documented",
    note: callerPermission,
    sources: [
      archivedGuide(
        "amazon-cloudfront-developer-guide@1c964d4",
        "doc_source/lambda-edge-permissions.md",
        "CloudFront Developer Guide: Setting IAM permissions and roles for Lambda@Edge",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/cloudshell.ts
var cloudshellPaths = [
  cloudShell({
    id: "obs-cloudshell",
    title: "A command typed in CloudShell calls from the address of CloudShell",
    via: "cloudshell.amazonaws.com",
    entryActions: ["cloudshell:CreateSession"],
    hops: [{ actions: anyAction }, { actions: ["kms:Decrypt", "kms:GenerateDataKey"] }],
    basis: "observed",
    note: "A CloudShell environment in a VPC calls from that VPC. The exemption by user agent in the article can be forged by any caller.",
    sources: [cloudShellReport]
  })
];

// src/catalogue/paths/cloudtrail.ts
var via10 = "cloudtrail.amazonaws.com";
var cloudtrailPaths = [
  servicePrincipal2({
    id: "cloudtrail-s3",
    title: "CloudTrail delivers log files to an S3 bucket",
    via: via10,
    entryActions: ["cloudtrail:CreateTrail", "cloudtrail:StartLogging"],
    hops: [{ actions: ["s3:PutObject"] }, { actions: ["s3:GetBucketAcl"] }],
    basis: "documented",
    note: "A Deny on the address in a bucket policy was reported to stop the delivery. The condition on aws:CalledVia that seemed to help there only switched the Deny off.",
    namesSource: true,
    sources: [
      archivedGuide(
        "aws-cloudtrail-user-guide@56f54d9",
        "doc_source/create-s3-bucket-policy-for-cloudtrail.md",
        "CloudTrail User Guide: Amazon S3 bucket policy for CloudTrail",
        "2023-06-15"
      ),
      trailDeliveryReport
    ]
  }),
  servicePrincipal2({
    id: "cloudtrail-write-kms",
    title: "CloudTrail has log files encrypted with the KMS key of the trail",
    via: via10,
    entryActions: ["cloudtrail:CreateTrail", "cloudtrail:UpdateTrail", "cloudtrail:StartLogging"],
    hops: [{ actions: ["kms:GenerateDataKey", "kms:DescribeKey"] }],
    basis: "documented",
    namesSource: true,
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/services-cloudtrail.md",
        "KMS Developer Guide: How AWS CloudTrail uses AWS KMS",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/codebuild.ts
var via11 = "codebuild.amazonaws.com";
var settingUp = archivedGuide(
  "aws-codebuild-user-guide@66cc3be",
  "doc_source/setting-up.md",
  "CodeBuild User Guide: Advanced setup",
  "2023-06-15"
);
var buildCode = { "codebuild:buildarn": like2("*"), "codebuild:projectarn": like2("*") };
var codebuildPaths = [
  serviceRole({
    id: "codebuild-role",
    title: "CodeBuild builds call AWS with the service role of the project",
    via: via11,
    entryActions: ["codebuild:StartBuild"],
    hops: [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"] },
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["ecr:GetAuthorizationToken"] },
      { actions: anyAction }
    ],
    basis: "documented",
    note: "The commands of a build may call anything that the role allows. Builds in a VPC call from that VPC.",
    markers: buildCode,
    sources: [settingUp, dataPerimeterIssue3, codeBuildContextKeys]
  }),
  serviceRole({
    id: "codebuild-artifact-kms",
    title: "CodeBuild reads and writes encrypted artifacts in S3, for which S3 calls KMS",
    via: via11,
    entryActions: ["codebuild:StartBuild"],
    hops: [
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["kms:Decrypt", "kms:GenerateDataKey"], through: ["s3.amazonaws.com"] }
    ],
    basis: "documented",
    markers: buildCode,
    sources: [settingUp]
  })
];

// src/catalogue/paths/codepipeline.ts
var codepipelinePaths = [
  serviceRole({
    id: "codepipeline-role",
    title: "CodePipeline runs the actions of a pipeline with its service role",
    via: "codepipeline.amazonaws.com",
    entryActions: ["codepipeline:StartPipelineExecution"],
    hops: [
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["codebuild:StartBuild", "cloudformation:CreateChangeSet", "iam:PassRole"] }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-codepipeline-user-guide@1ddafe8",
        "doc_source/pipelines-create-service-role.md",
        "CodePipeline User Guide: Create the CodePipeline service role",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/config.ts
var configPaths = [
  serviceRole({
    id: "config-role",
    title: "AWS Config records resources and delivers snapshots with its role",
    via: "config.amazonaws.com",
    entryActions: ["config:PutConfigurationRecorder", "config:StartConfigurationRecorder", "config:PutDeliveryChannel"],
    hops: [
      { actions: ["s3:PutObject"] },
      { actions: ["s3:GetBucketAcl"] },
      { actions: ["sns:Publish"] },
      {
        actions: [
          "ec2:DescribeInstances",
          "ec2:DescribeSecurityGroups",
          "iam:ListRoles",
          "lambda:ListFunctions",
          "rds:DescribeDBInstances",
          "s3:ListAllMyBuckets"
        ]
      }
    ],
    basis: "documented",
    note: "Recording is shown on common actions.",
    sources: [
      archivedGuide(
        "aws-config-developer-guide@572f307",
        "doc_source/iamrole-permissions.md",
        "Config Developer Guide: Permissions for the IAM Role Assigned to AWS Config",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/controltower.ts
var controltowerPaths = [
  forwardAccessSession({
    id: "controltower-orgs",
    title: "Control Tower creates, changes and attaches policies of the organization",
    via: "controltower.amazonaws.com",
    entryActions: ["controltower:EnableControl", "controltower:EnableBaseline"],
    hops: [{ actions: ["organizations:CreatePolicy", "organizations:AttachPolicy", "organizations:UpdatePolicy"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSTransformLandingZoneAgentPolicy", 1, "2026-08-06")]
  })
];

// src/catalogue/paths/databrew.ts
var databrewPaths = [
  forwardAccessSession({
    id: "databrew-secrets",
    title: "DataBrew creates and reads secrets",
    via: "databrew.amazonaws.com",
    entryActions: ["databrew:CreateDataset", "databrew:CreateRecipeJob"],
    hops: [
      {
        actions: ["secretsmanager:CreateSecret", "secretsmanager:GetSecretValue"],
        resource: "arn:*:secretsmanager:*:*:secret:databrew!*"
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AwsGlueDataBrewFullAccessPolicy", 8, "2022-02-04")]
  })
];

// src/catalogue/paths/dataexchange.ts
var dataexchangePaths = [
  forwardAccessSession({
    id: "dataexchange-s3",
    title: "AWS Data Exchange reads and writes S3 buckets that it owns",
    via: "dataexchange.amazonaws.com",
    entryActions: ["dataexchange:StartJob", "dataexchange:CreateJob"],
    hops: [
      { actions: ["s3:PutObject", "s3:PutObjectAcl", "s3:GetObject"], resource: "arn:*:s3:::*aws-data-exchange*/*" }
    ],
    basis: "documented",
    sources: [dataPerimeterOwned, managedPolicy("AWSDataExchangeProviderFullAccess", 12, "2024-08-15")]
  })
];

// src/catalogue/paths/datasync.ts
var datasyncPaths = [
  serviceRole({
    id: "datasync-role",
    title: "DataSync reads and writes an S3 location with its role",
    via: "datasync.amazonaws.com",
    entryActions: ["datasync:CreateLocationS3", "datasync:StartTaskExecution"],
    hops: [{ actions: ["s3:GetObject", "s3:PutObject"] }, { actions: ["s3:ListBucket"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-datasync-user-guide@68f4520",
        "doc_source/create-s3-location.md",
        "DataSync User Guide: Creating an Amazon S3 location",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/dms.ts
var dmsPaths = [
  serviceRole({
    id: "dms-role",
    title: "DMS manages network interfaces and logs with its roles",
    via: "dms.amazonaws.com",
    entryActions: ["dms:CreateReplicationInstance", "dms:CreateReplicationTask"],
    hops: [{ actions: ["ec2:CreateNetworkInterface", "ec2:DescribeSubnets", "logs:PutLogEvents"] }],
    basis: "documented",
    note: "The roles are named dms-vpc-role and dms-cloudwatch-logs-role.",
    sources: [
      archivedGuide(
        "aws-dms-user-guide@81be26a",
        "doc_source/cross-service-confused-deputy-prevention.md",
        "DMS User Guide: Cross-service confused deputy prevention",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/docdb-elastic.ts
var via12 = "docdb-elastic.amazonaws.com";
var amazonDocDBElasticFullAccess = managedPolicy("AmazonDocDBElasticFullAccess", 8, "2026-02-12");
var docdbElasticPaths = [
  forwardAccessSession({
    id: "docdb-elastic-ec2",
    title: "DocumentDB elastic clusters create VPC endpoints and read the secret of the administrator",
    via: via12,
    entryActions: ["docdb-elastic:CreateCluster"],
    hops: [{ actions: ["ec2:CreateVpcEndpoint", "ec2:DescribeSubnets", "secretsmanager:GetSecretValue"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [amazonDocDBElasticFullAccess]
  }),
  forwardAccessSession({
    id: "docdb-elastic-kms",
    title: "DocumentDB elastic clusters use the key of the cluster",
    via: via12,
    entryActions: ["docdb-elastic:CreateCluster"],
    hops: [{ actions: ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [amazonDocDBElasticFullAccess]
  })
];

// src/catalogue/paths/drs.ts
var drsPaths = [
  forwardAccessSession({
    id: "drs-ec2",
    title: "Elastic Disaster Recovery starts recovery instances and attaches their volumes",
    via: "drs.amazonaws.com",
    entryActions: ["drs:StartRecovery", "drs:StartFailbackLaunch"],
    hops: [{ actions: ["ec2:StartInstances", "ec2:AttachVolume", "ec2:DetachVolume"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSElasticDisasterRecoveryConsoleFullAccess_v2", 10, "2026-06-18")]
  })
];

// src/catalogue/paths/dynamodb.ts
var via13 = "dynamodb.amazonaws.com";
var encryptionUsagenotes = archivedGuide(
  "amazon-dynamodb-developer-guide@8229480",
  "doc_source/encryption.usagenotes.md",
  "DynamoDB Developer Guide: DynamoDB encryption at rest usage notes",
  "2023-06-15"
);
var restoreCancelled = {
  claim: "a restore is cancelled by a Deny on the address that does not leave out calls of services",
  source: dynamoDbRestore
};
var dynamodbPaths = [
  forwardAccessSession({
    id: "dynamodb-data-kms",
    title: "DynamoDB decrypts the key of a table when its items are read or written",
    via: via13,
    entryActions: [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem"
    ],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to tables under a customer managed key. DynamoDB keeps table keys for up to 5 minutes, so failures come and go.",
    sources: [encryptionUsagenotes, autopilotModel("dynamodb")]
  }),
  forwardAccessSession({
    id: "dynamodb-create-kms",
    title: "DynamoDB creates grants on the key of a table",
    via: via13,
    entryActions: ["dynamodb:CreateTable", "dynamodb:UpdateTable", "dynamodb:RestoreTableFromBackup"],
    hops: [{ actions: ["kms:CreateGrant", "kms:DescribeKey", "kms:Decrypt"] }],
    basis: "documented",
    sources: [encryptionUsagenotes]
  }),
  forwardAccessSession({
    id: "dynamodb-restore",
    title: "DynamoDB writes the items of a restored table for whoever restores it",
    via: via13,
    entryActions: ["dynamodb:RestoreTableFromBackup", "dynamodb:RestoreTableToPointInTime"],
    hops: [
      {
        actions: [
          "dynamodb:BatchWriteItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:Query",
          "dynamodb:Scan"
        ]
      }
    ],
    basis: "documented",
    note: "DynamoDB’s guide warns of this very case; the general page on forward access sessions says that the address is kept.",
    lost: restoreCancelled,
    sources: [dynamoDbRestore]
  }),
  forwardAccessSession({
    id: "dynamodb-export-s3",
    title: "DynamoDB exports a table to S3 for whoever asks for it",
    via: via13,
    entryActions: ["dynamodb:ExportTableToPointInTime"],
    hops: [{ actions: ["s3:PutObject", "s3:PutObjectAcl", "s3:AbortMultipartUpload"] }],
    basis: "documented",
    note: `${callerPermission} The writes go on long after the request.`,
    sources: [
      archivedGuide(
        "amazon-dynamodb-developer-guide@8229480",
        "doc_source/S3DataExport_Requesting.md",
        "DynamoDB Developer Guide: Requesting a table export in DynamoDB",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "dynamodb-import-s3",
    title: "DynamoDB imports a table from S3 for whoever asks for it",
    via: via13,
    entryActions: ["dynamodb:ImportTable"],
    hops: [{ actions: ["s3:GetObject"] }, { actions: ["s3:ListBucket"] }],
    basis: "documented",
    note: callerPermission,
    sources: [
      archivedGuide(
        "amazon-dynamodb-developer-guide@8229480",
        "doc_source/S3DataImport.Requesting.md",
        "DynamoDB Developer Guide: Requesting a table import in DynamoDB",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/ec2.ts
var via14 = "ec2.amazonaws.com";
var infrastructureAddress = {
  claim: "the key of a volume that is attached is decrypted from an address of the EC2 infrastructure",
  source: kmsGlobalKeys
};
var infrastructure = {
  "aws:principalarn": like2("arn:*:iam::*:role/aws:ec2-infrastructure"),
  "kms:viaservice": unknown
};
var ec2Paths = [
  forwardAccessSession({
    id: "ebs-volume-kms",
    title: "EC2 asks KMS for the keys of encrypted EBS volumes and snapshots with the caller’s permissions",
    via: via14,
    entryActions: ["ec2:CreateVolume", "ec2:CopySnapshot", "ec2:RunInstances", "ec2:CreateSnapshot", "ec2:CopyImage"],
    hops: [
      {
        actions: [
          "kms:CreateGrant",
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:GenerateDataKeyWithoutPlaintext",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo"
        ]
      }
    ],
    basis: "documented",
    note: `${callerPermission} Launches were reported to fail in 2020, when EC2 did not yet set aws:ViaAWSService; AWS answered in 2022 that it does.`,
    sources: [
      archivedGuide(
        "amazon-ec2-user-guide@e3707c4",
        "doc_source/EBSEncryption.md",
        "EC2 User Guide: Amazon EBS encryption",
        "2023-06-15"
      ),
      encryptedVolumesReport
    ]
  }),
  forwardAccessSession({
    id: "ebs-attach-kms",
    title: "EC2 has the key of an encrypted EBS volume decrypted when the volume is attached",
    via: via14,
    entryActions: ["ec2:AttachVolume", "ec2:StartInstances", "ec2:RunInstances"],
    hops: [{ actions: ["kms:Decrypt", "kms:CreateGrant"] }],
    basis: "documented",
    note: "The grant is created with the credentials of the caller. The KMS guide says that the decryption fails under a condition on the address; newer documents say that the role aws:ec2-infrastructure decrypts.",
    lost: infrastructureAddress,
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/conditions-aws.md",
        "KMS Developer Guide: AWS global condition keys",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "ebs-start-grant",
    title: "EC2 creates a grant on the key of a volume when an instance is started",
    via: via14,
    entryActions: ["ec2:StartInstances"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "documented",
    note: callerPermission,
    sources: [
      {
        title: "AWS re:Post Knowledge Center: an EC2 instance with an encrypted volume stops right after its start",
        url: "https://repost.aws/knowledge-center/kms-iam-ec2-permission",
        retrieved: "2026"
      }
    ]
  }),
  serviceRole({
    id: "ebs-ec2-infrastructure-role",
    title: "EC2 decrypts EBS volumes as the role aws:ec2-infrastructure",
    via: via14,
    entryActions: ["ec2:RunInstances", "ec2:StartInstances", "ec2:AttachVolume"],
    hops: [{ actions: ["kms:Decrypt"], keys: infrastructure }],
    basis: "documented",
    note: "Meets SCPs, RCPs and key policies. The role has no policy of its own that anybody could change.",
    markers: { "ec2:sourceinstancearn": unknown },
    sources: [dataPerimeterRcps]
  })
];

// src/catalogue/paths/ec2fastlaunch.ts
var ec2fastlaunchPaths = [
  forwardAccessSession({
    id: "ec2fastlaunch",
    title: "EC2 Fast Launch creates launch templates and stacks",
    via: "ec2fastlaunch.amazonaws.com",
    entryActions: ["ec2:EnableFastLaunch"],
    hops: [{ actions: ["cloudformation:CreateStack", "ec2:CreateLaunchTemplate", "ec2:CreateVpc"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("EC2FastLaunchFullAccess", 5, "2026-08-04")]
  })
];

// src/catalogue/paths/ecr.ts
var ecrPaths = [
  forwardAccessSession({
    id: "ecr-create-kms",
    title: "ECR creates grants on the key of an encrypted repository",
    via: "ecr.amazonaws.com",
    entryActions: ["ecr:CreateRepository", "ecr:DeleteRepository"],
    hops: [{ actions: ["kms:CreateGrant", "kms:RetireGrant", "kms:DescribeKey"] }],
    basis: "documented",
    note: `${callerPermission} Applies to repositories under KMS encryption. RCPs do not cover kms:RetireGrant.`,
    sources: [
      archivedGuide(
        "amazon-ecr-user-guide@8f2dbe9",
        "doc_source/encryption-at-rest.md",
        "ECR User Guide: Encryption at rest",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/ecs.ts
var ecsPaths = [
  serviceRole({
    id: "ecs-execution-role",
    title: "ECS fetches images, secrets and logs for a task with the task execution role",
    via: "ecs-tasks.amazonaws.com",
    entryActions: ["ecs:RunTask", "ecs:CreateService", "ecs:UpdateService"],
    hops: [
      {
        actions: [
          "ecr:GetAuthorizationToken",
          "ecr:BatchGetImage",
          "logs:PutLogEvents",
          "secretsmanager:GetSecretValue",
          "ssm:GetParameters"
        ]
      }
    ],
    basis: "documented",
    note: "The calls come from the network of the task: for tasks in a VPC that is its NAT address or its endpoints.",
    sources: [
      archivedGuide(
        "amazon-ecs-developer-guide@49232cf",
        "doc_source/task_execution_IAM_role.md",
        "ECS Developer Guide: Amazon ECS task execution IAM role",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/eks.ts
var via15 = "eks.amazonaws.com";
var eksPaths = [
  forwardAccessSession({
    id: "eks-kms",
    title: "EKS creates a grant on the key that encrypts the secrets of a cluster",
    via: via15,
    entryActions: ["eks:CreateCluster", "eks:AssociateEncryptionConfig"],
    hops: [{ actions: ["kms:DescribeKey", "kms:CreateGrant"] }],
    basis: "documented",
    note: callerPermission,
    sources: [
      archivedGuide(
        "amazon-eks-user-guide@4d52b4d0",
        "latest/ug/security/security-k8s.adoc",
        "EKS User Guide: Security considerations for Kubernetes",
        "2024-12-18"
      )
    ]
  }),
  serviceRole({
    id: "eks-cluster-role",
    title: "EKS manages network interfaces and load balancers with the cluster role",
    via: via15,
    entryActions: ["eks:CreateCluster"],
    hops: [
      { actions: ["ec2:DescribeInstances", "ec2:CreateNetworkInterface", "elasticloadbalancing:CreateLoadBalancer"] }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-eks-user-guide@4d52b4d0",
        "latest/ug/security/iam-reference/cluster-iam-role.adoc",
        "EKS User Guide: Amazon EKS cluster IAM role",
        "2024-12-18"
      )
    ]
  })
];

// src/catalogue/paths/elasticache.ts
var elasticachePaths = [
  forwardAccessSession({
    id: "elasticache-kms",
    title: "ElastiCache creates grants on the key of a cluster",
    via: "elasticache.amazonaws.com",
    entryActions: ["elasticache:CreateReplicationGroup", "elasticache:CreateSnapshot"],
    hops: [
      { actions: ["kms:CreateGrant", "kms:DescribeKey"] },
      { actions: ["kms:CreateGrant", "kms:DescribeKey"], kmsService: "dax.amazonaws.com" }
    ],
    basis: "documented",
    note: "KMS may be told of ElastiCache or of DAX: an exemption by kms:ViaService needs both names.",
    sources: [
      archivedGuide(
        "amazon-elasticache-docs@7ed0a8a",
        "doc_source/redis/at-rest-encryption.md",
        "ElastiCache User Guide: At-Rest Encryption in ElastiCache for Redis",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/elasticbeanstalk.ts
var via16 = "elasticbeanstalk.amazonaws.com";
var elasticbeanstalkPaths = [
  forwardAccessSession({
    id: "beanstalk-user",
    title: "Elastic Beanstalk creates the resources of an environment with the caller’s permissions",
    via: via16,
    entryActions: [
      "elasticbeanstalk:CreateEnvironment",
      "elasticbeanstalk:UpdateEnvironment",
      "elasticbeanstalk:TerminateEnvironment",
      "elasticbeanstalk:CreateApplicationVersion"
    ],
    hops: [
      { actions: ["cloudformation:CreateStack"], resource: "arn:*:cloudformation:*:*:stack/awseb-*" },
      {
        actions: ["ec2:RunInstances", "autoscaling:CreateAutoScalingGroup", "elasticloadbalancing:CreateLoadBalancer"],
        through: ["cloudformation.amazonaws.com"]
      },
      { actions: ["s3:PutObject", "s3:GetObject"] }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-elastic-beanstalk-developer-guide@5d7c96f",
        "doc_source/concepts-roles-user.md",
        "Elastic Beanstalk Developer Guide: Elastic Beanstalk user policy",
        "2023-06-15"
      ),
      dataPerimeterScps
    ]
  }),
  serviceRole({
    id: "beanstalk-service-role",
    title: "Elastic Beanstalk watches and updates environments with its service role",
    via: via16,
    entryActions: ["elasticbeanstalk:CreateEnvironment"],
    hops: [
      {
        actions: [
          "ec2:DescribeInstances",
          "elasticloadbalancing:DescribeInstanceHealth",
          "autoscaling:DescribeAutoScalingGroups"
        ]
      }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-elastic-beanstalk-developer-guide@5d7c96f",
        "doc_source/concepts-roles-service.md",
        "Elastic Beanstalk Developer Guide: Elastic Beanstalk service role",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/elasticfilesystem.ts
var via17 = "elasticfilesystem.amazonaws.com";
var elasticfilesystemPaths = [
  forwardAccessSession({
    id: "efs-kms",
    title: "EFS uses a KMS key for whoever creates a file system",
    via: via17,
    entryActions: ["elasticfilesystem:CreateFileSystem"],
    hops: [
      {
        actions: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:GenerateDataKeyWithoutPlaintext",
          "kms:CreateGrant",
          "kms:DescribeKey"
        ]
      }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-efs-user-guide@3046dd7",
        "doc_source/encryption-at-rest.md",
        "EFS User Guide: Encrypting data at rest",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "efs-mount-target-ec2",
    title: "EFS creates the network interface of a mount target",
    via: via17,
    entryActions: ["elasticfilesystem:CreateMountTarget"],
    hops: [{ actions: ["ec2:DescribeSubnets", "ec2:DescribeNetworkInterfaces", "ec2:CreateNetworkInterface"] }],
    basis: "documented",
    note: `${callerPermission} The interface itself is created by the service-linked role of EFS; the permission of the caller is checked.`,
    sources: [
      archivedGuide(
        "amazon-efs-user-guide@3046dd7",
        "doc_source/API_CreateMountTarget.md",
        "EFS User Guide: CreateMountTarget",
        "2023-06-15"
      )
    ]
  }),
  serviceLinkedRole({
    id: "efs-slr-eni",
    title: "EFS creates the network interface of a mount target as its service-linked role",
    via: via17,
    entryActions: ["elasticfilesystem:CreateMountTarget"],
    hops: [{ actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"] }],
    basis: "documented",
    note: "EC2 has no resource policies, so no policy of a customer meets this call.",
    sources: [
      archivedGuide(
        "amazon-efs-user-guide@3046dd7",
        "doc_source/logging-using-cloudtrail.md",
        "EFS User Guide: Logging Amazon EFS API Calls with AWS CloudTrail",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/elasticloadbalancing.ts
var elasticloadbalancingPaths = [
  forwardAccessSession({
    id: "elb-acm-kms",
    title: "An ACM certificate is registered on a load balancer, for which a grant on its key is created",
    via: "elasticloadbalancing.amazonaws.com",
    entryActions: [
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:CreateListener",
      "elasticloadbalancing:ModifyListener",
      "elasticloadbalancing:AddListenerCertificates",
      "elasticloadbalancing:SetLoadBalancerListenerSSLCertificate",
      "elasticloadbalancing:CreateLoadBalancerListeners"
    ],
    hops: [{ actions: ["kms:CreateGrant"], resource: "arn:*:kms:*:*:key/*" }],
    basis: "documented",
    note: "The guide says that the user implicitly creates the grant; that it is made with the credentials of the user is inferred. Later decryption is done by AWS itself, not by the user. The key is managed by AWS: key policies and RCPs do not meet the call. The name acm under kms:ViaService was listed in 2018 and is no longer.",
    sources: [acmKeySecurity, sourceIpTips, acmDecryptRecord]
  }),
  servicePrincipal2({
    id: "elb-access-logs",
    title: "Elastic Load Balancing delivers access logs to an S3 bucket",
    via: "logdelivery.elasticloadbalancing.amazonaws.com",
    entryActions: ["elasticloadbalancing:ModifyLoadBalancerAttributes"],
    hops: [{ actions: ["s3:PutObject"] }],
    basis: "documented",
    note: "In older Regions an account of AWS delivers the logs: aws:PrincipalIsAWSService does not cover it there, aws:PrincipalAccount does.",
    sources: [
      archivedGuide(
        "elb-application-load-balancers-user-guide@01a945e",
        "doc_source/enable-access-logging.md",
        "Application Load Balancers User Guide: Enable access logs for your Application Load Balancer",
        "2023-06-15"
      ),
      dataPerimeterRcps
    ]
  })
];

// src/catalogue/paths/emr-containers.ts
var emrContainersPaths = [
  forwardAccessSession({
    id: "emr-containers-eks",
    title: "EMR on EKS manages access entries and security groups of the cluster",
    via: "emr-containers.amazonaws.com",
    entryActions: ["emr-containers:CreateVirtualCluster", "emr-containers:CreateManagedEndpoint"],
    hops: [{ actions: ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy", "ec2:CreateSecurityGroup"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("SageMakerStudioProjectProvisioningRolePolicy", 82, "2026-08-24")]
  })
];

// src/catalogue/paths/es.ts
var esPaths = [
  forwardAccessSession({
    id: "opensearch-kms",
    title: "OpenSearch Service creates grants on the key of a domain",
    via: "es.amazonaws.com",
    entryActions: ["es:CreateDomain", "es:UpdateDomainConfig"],
    hops: [{ actions: ["kms:CreateGrant", "kms:DescribeKey"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-opensearch-service-developer-guide@64e6e7a",
        "doc_source/encryption-at-rest.md",
        "OpenSearch Service Developer Guide: Encryption of data at rest for Amazon OpenSearch Service",
        "2024-11-19"
      )
    ]
  })
];

// src/catalogue/paths/events.ts
var via18 = "events.amazonaws.com";
var ebTargets = archivedGuide(
  "amazon-eventbridge-user-guide@896fdda",
  "doc_source/eb-targets.md",
  "EventBridge User Guide: Amazon EventBridge targets",
  "2023-06-15"
);
var eventsPaths = [
  servicePrincipal2({
    id: "eventbridge-principal",
    title: "EventBridge invokes functions, topics and queues that are targets of a rule",
    via: via18,
    entryActions: ["events:PutEvents", "events:PutRule"],
    hops: [{ actions: ["lambda:InvokeFunction", "sns:Publish", "sqs:SendMessage"] }],
    basis: "documented",
    namesSource: true,
    sources: [ebTargets]
  }),
  serviceRole({
    id: "eventbridge-role",
    title: "EventBridge calls streams, state machines and EC2 with the role of a target",
    via: via18,
    entryActions: ["events:PutEvents", "events:PutRule"],
    hops: [{ actions: ["kinesis:PutRecord", "states:StartExecution", "ec2:RebootInstances", "ec2:StopInstances"] }],
    basis: "documented",
    sources: [ebTargets]
  })
];

// src/catalogue/paths/fsx.ts
var via19 = "fsx.amazonaws.com";
var fsxPaths = [
  forwardAccessSession({
    id: "fsx-kms",
    title: "FSx creates grants on the key of a file system",
    via: via19,
    entryActions: ["fsx:CreateFileSystem"],
    hops: [{ actions: ["kms:CreateGrant", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext"] }],
    basis: "documented",
    note: callerPermission,
    sources: [
      archivedGuide(
        "amazon-fsx-windows-user-guide@d8b4ac6",
        "doc_source/encryption-at-rest.md",
        "FSx for Windows User Guide: Encryption at Rest",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "fsx-ec2",
    title: "FSx tags network interfaces and looks up the VPC of a file system",
    via: via19,
    entryActions: ["fsx:CreateFileSystem", "fsx:TagResource"],
    hops: [
      { actions: ["ec2:CreateTags", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups", "ec2:DescribeRouteTables"] }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonFSxFullAccess", 13, "2026-02-12")]
  })
];

// src/catalogue/paths/glue.ts
var via20 = "glue.amazonaws.com";
var byGlueItself = { "glue:credentialissuingservice": absent2, "glue:roleassumedby": present("glue.amazonaws.com") };
var jobCode = { "glue:credentialissuingservice": present("glue.amazonaws.com") };
var gluePaths = [
  forwardAccessSession({
    id: "glue-catalog-kms",
    title: "The Glue Data Catalog encrypts and decrypts metadata for whoever reads or writes it",
    via: via20,
    entryActions: ["glue:GetTable", "glue:CreateTable", "glue:GetPartitions", "glue:GetDatabase"],
    hops: [{ actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"] }],
    basis: "documented",
    note: `${callerPermission} Applies to encrypted catalogs.`,
    sources: [
      archivedGuide(
        "aws-glue-developer-guide@c4620ef",
        "doc_source/encrypt-glue-data-catalog.md",
        "Glue Developer Guide: Encrypting Your Data Catalog",
        "2023-06-15"
      )
    ]
  }),
  serviceRole({
    id: "glue-job-role",
    title: "Glue jobs and crawlers call AWS with their role",
    via: via20,
    entryActions: ["glue:StartJobRun", "glue:StartCrawler", "glue:CreateJob"],
    hops: [
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["logs:PutLogEvents"] },
      { actions: ["kms:Decrypt"], through: ["s3.amazonaws.com"] },
      { actions: ["ec2:CreateNetworkInterface"], keys: byGlueItself }
    ],
    basis: "documented",
    note: "Jobs in a VPC may call from that VPC. Glue marks the sessions of its jobs with glue:CredentialIssuingService, and calls of its own with glue:RoleAssumedBy.",
    markers: jobCode,
    sources: [
      archivedGuide(
        "aws-glue-developer-guide@c4620ef",
        "doc_source/create-an-iam-role.md",
        "Glue Developer Guide: Step 2: Create an IAM Role for AWS Glue",
        "2023-06-15"
      ),
      glueContextKeys
    ]
  }),
  forwardAccessSession({
    id: "glue-lakeformation",
    title: "Glue asks Lake Formation for access to data",
    via: via20,
    entryActions: ["glue:GetTable", "glue:GetPartitions"],
    hops: [{ actions: ["lakeformation:GetDataAccess"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonDataZoneGlueManageAccessRolePolicy", 18, "2026-02-12")]
  }),
  forwardAccessSession({
    id: "glue-redshift-serverless",
    title: "Glue manages Redshift Serverless workgroups for its catalogs",
    via: via20,
    entryActions: ["glue:CreateCatalog", "glue:DeleteCatalog"],
    hops: [{ actions: ["redshift-serverless:CreateNamespace", "redshift-serverless:CreateWorkgroup"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonDataZoneRedshiftManageAccessRolePolicy", 5, "2026-02-12")]
  })
];

// src/catalogue/paths/identitystore.ts
var identitystorePaths = [
  forwardAccessSession({
    id: "identitystore-kms",
    title: "The identity store of IAM Identity Center uses a customer managed key",
    via: "identitystore.amazonaws.com",
    entryActions: ["identitystore:CreateUser", "identitystore:DescribeUser"],
    hops: [{ actions: ["kms:Decrypt", "kms:Encrypt"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSSSOMasterAccountAdministrator", 13, "2026-02-12")]
  })
];

// src/catalogue/paths/imagebuilder.ts
var via21 = "imagebuilder.amazonaws.com";
var imagebuilderPaths = [
  serviceLinkedRole({
    id: "imagebuilder-slr",
    title: "EC2 Image Builder builds images as its service-linked role",
    via: via21,
    entryActions: ["imagebuilder:StartImagePipelineExecution"],
    hops: [{ actions: ["ec2:RunInstances", "ssm:SendCommand", "sns:Publish"] }, { actions: ["kms:Decrypt"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "ec2-image-builder-user-guide@9fbda32",
        "doc_source/security_iam_service-with-iam.md",
        "EC2 Image Builder User Guide: How EC2 Image Builder works with IAM",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "imagebuilder-kms",
    title: "EC2 Image Builder decrypts the data of components for whoever reads them",
    via: via21,
    entryActions: ["imagebuilder:GetComponent", "imagebuilder:GetImageRecipe"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "derived",
    note: `${inferredEntry} The policy is that of build instances, which make the first call.`,
    sources: [managedPolicy("EC2InstanceProfileForImageBuilder", 12, "2026-02-12")]
  })
];

// src/catalogue/paths/kinesis.ts
var via22 = "kinesis.amazonaws.com";
var permissionsUserKeyKms = archivedGuide(
  "amazon-kinesis-data-streams-developer-guide@61aeec1",
  "doc_source/permissions-user-key-KMS.md",
  "Kinesis Data Streams Developer Guide: Permissions to Use User-Generated KMS Master Keys",
  "2023-06-15"
);
var operationModel = autopilotModel("kinesis");
var kinesisPaths = [
  forwardAccessSession({
    id: "kinesis-put-kms",
    title: "Kinesis Data Streams encrypts records that are written",
    via: via22,
    entryActions: ["kinesis:PutRecord", "kinesis:PutRecords"],
    hops: [{ actions: ["kms:GenerateDataKey"] }],
    basis: "documented",
    note: "Applies to encrypted streams.",
    sources: [permissionsUserKeyKms, operationModel]
  }),
  forwardAccessSession({
    id: "kinesis-get-kms",
    title: "Kinesis Data Streams decrypts records that are read",
    via: via22,
    entryActions: ["kinesis:GetRecords"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to encrypted streams.",
    sources: [permissionsUserKeyKms, operationModel]
  })
];

// src/catalogue/paths/lakeformation.ts
var lakeformationPaths = [
  forwardAccessSession({
    id: "lakeformation-ram",
    title: "Lake Formation shares resources through RAM",
    via: "lakeformation.amazonaws.com",
    entryActions: ["lakeformation:GrantPermissions", "lakeformation:BatchGrantPermissions"],
    hops: [{ actions: ["ram:CreateResourceShare", "ram:AssociateResourceShare", "ram:UpdateResourceShare"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonDataZoneGlueManageAccessRolePolicy", 18, "2026-02-12")]
  })
];

// src/catalogue/paths/lambda.ts
var via23 = "lambda.amazonaws.com";
var lambdaPaths = [
  forwardAccessSession({
    id: "lambda-env-kms",
    title: "Lambda creates a grant on the key of a function’s environment variables",
    via: via23,
    entryActions: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
    hops: [{ actions: ["kms:CreateGrant", "kms:Encrypt", "kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to functions with a customer managed key. Lambda’s page on IAM denies support for forward access sessions; its guide says that the permissions of the caller are used.",
    sources: [
      archivedGuide(
        "aws-lambda-developer-guide@c5f6ee4",
        "doc_source/configuration-envvars.md",
        "Lambda Developer Guide: Using AWS Lambda environment variables",
        "2023-10-30"
      )
    ]
  }),
  forwardAccessSession({
    id: "lambda-image-ecr",
    title: "Lambda adds itself to the policy of the ECR repository of a container image",
    via: via23,
    entryActions: ["lambda:CreateFunction", "lambda:UpdateFunctionCode"],
    hops: [{ actions: ["ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy"] }],
    basis: "documented",
    note: "Applies to functions that are container images.",
    sources: [
      archivedGuide(
        "aws-lambda-developer-guide@c5f6ee4",
        "doc_source/gettingstarted-images.md",
        "Lambda Developer Guide: Deploying Lambda functions as container images",
        "2023-10-30"
      )
    ]
  }),
  forwardAccessSession({
    id: "lambda-vpc-check",
    title: "Lambda checks the subnets and security groups of a function with the caller’s permissions",
    via: via23,
    entryActions: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
    hops: [{ actions: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"] }],
    basis: "documented",
    note: "Applies to functions in a VPC.",
    sources: [
      archivedGuide(
        "aws-lambda-developer-guide@c5f6ee4",
        "doc_source/configuration-vpc.md",
        "Lambda Developer Guide: Configuring a Lambda function to access resources in a VPC",
        "2023-10-30"
      )
    ]
  }),
  forwardAccessSession({
    id: "lambda-efs-check",
    title: "Lambda checks the EFS mount targets of a function with the caller’s permissions",
    via: via23,
    entryActions: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
    hops: [{ actions: ["elasticfilesystem:DescribeMountTargets"] }],
    basis: "documented",
    note: "Applies to functions with a file system.",
    sources: [
      archivedGuide(
        "aws-lambda-developer-guide@c5f6ee4",
        "doc_source/configuration-filesystem.md",
        "Lambda Developer Guide: Configuring file system access for Lambda functions",
        "2023-10-30"
      )
    ]
  }),
  forwardAccessSession({
    id: "lambda-code-s3",
    title: "Lambda reads the code of a function from S3 with the caller’s permissions",
    via: via23,
    entryActions: ["lambda:CreateFunction", "lambda:UpdateFunctionCode", "lambda:PublishLayerVersion"],
    hops: [{ actions: ["s3:GetObject"] }],
    basis: "derived",
    note: "Applies where the code is given as an S3 object.",
    sources: [managedPolicy("SageMakerStudioProjectProvisioningRolePolicy", 82, "2026-08-24")]
  })
];

// src/catalogue/paths/lambda-roles.ts
var via24 = "lambda.amazonaws.com";
var lambdaIntroExecutionRole = archivedGuide(
  "aws-lambda-developer-guide@c5f6ee4",
  "doc_source/lambda-intro-execution-role.md",
  "Lambda Developer Guide: Lambda execution role",
  "2023-10-30"
);
var functionCode = { "lambda:sourcefunctionarn": like2("*") };
var lambdaRolesPaths = [
  serviceRole({
    id: "lambda-execution-role",
    title: "The code of a Lambda function calls AWS with the execution role",
    via: via24,
    entryActions: ["lambda:InvokeFunction"],
    hops: [
      { actions: anyAction },
      { actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"] },
      { actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments"] }
    ],
    basis: "documented",
    note: "Functions in a VPC call from that VPC, through its NAT address or endpoints; a list that holds these does not stop them. lambda:SourceFunctionArn is set, also for logs and traces, which Lambda itself writes.",
    markers: functionCode,
    sources: [lambdaIntroExecutionRole, dataPerimeterIssue3, dataPerimeterIssue4, sourceFunctionArn]
  }),
  serviceRole({
    id: "lambda-esm-role",
    title: "Lambda reads queues and streams for event source mappings with the execution role",
    via: via24,
    entryActions: ["lambda:CreateEventSourceMapping"],
    hops: [{ actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "kinesis:GetRecords", "dynamodb:GetRecords"] }],
    basis: "documented",
    note: "Lambda sets lambda:SourceFunctionArn on what the code calls, and not on these calls.",
    sources: [lambdaIntroExecutionRole, sourceFunctionArn]
  }),
  serviceRole({
    id: "lambda-vpc-eni-role",
    title: "Lambda creates and deletes network interfaces with the execution role",
    via: via24,
    entryActions: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
    hops: [{ actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"] }],
    basis: "documented",
    note: "A network SCP that exempts aws:ViaAWSService was reported to stop these calls in July 2026. Lambda does not set lambda:SourceFunctionArn on them.",
    sources: [
      archivedGuide(
        "aws-lambda-developer-guide@c5f6ee4",
        "doc_source/configuration-vpc.md",
        "Lambda Developer Guide: Configuring a Lambda function to access resources in a VPC",
        "2023-10-30"
      ),
      dataPerimeterIssue63,
      sourceFunctionArn
    ]
  }),
  serviceRole({
    id: "secrets-rotation-lambda",
    title: "A rotation function of Secrets Manager reads and writes the secret with its execution role",
    via: via24,
    entryActions: ["secretsmanager:RotateSecret"],
    hops: [
      {
        actions: [
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:UpdateSecretVersionStage",
          "secretsmanager:DescribeSecret"
        ]
      }
    ],
    basis: "documented",
    note: "Applies to rotation functions outside a VPC.",
    markers: functionCode,
    sources: [
      archivedGuide(
        "aws-secrets-manager-docs@c3b51cc",
        "doc_source/reference_iam-permissions.md",
        "Secrets Manager User Guide: Permissions reference for AWS Secrets Manager",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/launchwizard.ts
var launchwizardPaths = [
  forwardAccessSession({
    id: "launchwizard-ec2",
    title: "Launch Wizard creates the instances and directories of a deployment",
    via: "launchwizard.amazonaws.com",
    entryActions: ["launchwizard:CreateDeployment"],
    hops: [{ actions: ["ec2:RunInstances", "ec2:CreateLaunchTemplate", "ds:CreateMicrosoftAD"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonLaunchWizardFullAccessV2", 2, "2026-08-18")]
  })
];

// src/catalogue/paths/logs.ts
var via25 = "logs.amazonaws.com";
var logsPaths = [
  servicePrincipal2({
    id: "log-delivery",
    title: "CloudWatch log delivery writes flow logs, WAF logs and other logs to S3",
    via: "delivery.logs.amazonaws.com",
    entryActions: ["logs:CreateLogDelivery", "logs:CreateDelivery", "ec2:CreateFlowLogs"],
    hops: [
      { actions: ["s3:PutObject"] },
      { actions: ["s3:GetBucketAcl"] },
      { actions: ["kms:GenerateDataKey", "kms:Decrypt"] }
    ],
    basis: "documented",
    namesSource: true,
    sources: [
      archivedGuide(
        "amazon-cloudwatch-logs-user-guide@26c12c3",
        "doc_source/AWS-logs-and-resource-policy.md",
        "CloudWatch Logs User Guide: Enabling logging from certain AWS services",
        "2023-06-15"
      ),
      logDeliveryReport
    ]
  }),
  serviceRole({
    id: "cwlogs-subscription-role",
    title: "CloudWatch Logs writes to a stream or to Firehose with the role of a subscription filter",
    via: via25,
    entryActions: ["logs:PutSubscriptionFilter"],
    hops: [{ actions: ["kinesis:PutRecord", "kinesis:PutRecords", "firehose:PutRecordBatch"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-cloudwatch-logs-user-guide@26c12c3",
        "doc_source/SubscriptionFilters.md",
        "CloudWatch Logs User Guide: Using CloudWatch Logs subscription filters",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "logs-opensearch",
    title: "CloudWatch Logs creates OpenSearch dashboards for whoever sets them up",
    via: via25,
    entryActions: ["logs:PutIntegration", "logs:DeleteIntegration"],
    hops: [
      {
        actions: [
          "aoss:CreateCollection",
          "aoss:CreateAccessPolicy",
          "es:AddDirectQueryDataSource",
          "es:CreateApplication"
        ]
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("CloudWatchOpenSearchDashboardsFullAccess", 3, "2026-02-12")]
  })
];

// src/catalogue/paths/mgn.ts
var mgnPaths = [
  forwardAccessSession({
    id: "mgn-ec2",
    title: "Application Migration Service launches test and cutover instances",
    via: "mgn.amazonaws.com",
    entryActions: ["mgn:StartTest", "mgn:StartCutover"],
    hops: [{ actions: ["ec2:RunInstances", "ec2:CreateVolume", "ec2:AttachVolume", "ec2:CreateLaunchTemplate"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [
      managedPolicy("AWSTransformServerMigrationAgentPolicy", 1, "2026-08-06"),
      managedPolicy("AWSApplicationMigrationEC2Access", 10, "2026-02-12")
    ]
  })
];

// src/catalogue/paths/nimble.ts
var nimblePaths = [
  forwardAccessSession({
    id: "nimble-ec2",
    title: "Nimble Studio creates the network interface of a streaming session",
    via: "nimble.amazonaws.com",
    entryActions: ["nimble:CreateStreamingSession"],
    hops: [{ actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonNimbleStudio-StudioUser", 5, "2023-09-22")]
  })
];

// src/catalogue/paths/observabilityadmin.ts
var observabilityadminPaths = [
  forwardAccessSession({
    id: "observabilityadmin-s3tables",
    title: "CloudWatch telemetry creates S3 table buckets",
    via: "observabilityadmin.amazonaws.com",
    entryActions: ["observabilityadmin:CreateS3TableIntegration"],
    hops: [{ actions: ["s3tables:CreateTableBucket", "s3tables:PutTableBucketEncryption"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("CloudWatchFullAccessV2", 16, "2026-06-08")]
  })
];

// src/catalogue/paths/odb.ts
var odbPaths = [
  forwardAccessSession({
    id: "odb-peering",
    title: "Oracle Database@AWS changes ODB network peerings",
    via: "odb.amazonaws.com",
    entryActions: ["odb:CreateOdbPeeringConnection", "odb:DeleteOdbPeeringConnection"],
    hops: [{ actions: ["ec2:CreateOdbNetworkPeering", "ec2:DeleteOdbNetworkPeering"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonODBFullAccess", 1, "2026-07-23")]
  })
];

// src/catalogue/paths/omics.ts
var omicsPaths = [
  forwardAccessSession({
    id: "omics-ram",
    title: "HealthOmics accepts resource shares of RAM",
    via: "omics.amazonaws.com",
    entryActions: ["omics:AcceptShare"],
    hops: [{ actions: ["ram:AcceptResourceShareInvitation", "ram:GetResourceShareInvitations"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonOmicsFullAccess", 1, "2023-02-24")]
  })
];

// src/catalogue/paths/pipes.ts
var pipesPaths = [
  serviceRole({
    id: "pipes-role",
    title: "EventBridge Pipes reads its source and calls its target with the role of the pipe",
    via: "pipes.amazonaws.com",
    entryActions: ["pipes:CreatePipe", "pipes:StartPipe"],
    hops: [{ actions: ["sqs:ReceiveMessage", "dynamodb:GetRecords", "kinesis:GetRecords", "lambda:InvokeFunction"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-eventbridge-user-guide@896fdda",
        "doc_source/eb-pipes-monitoring.md",
        "EventBridge User Guide: Logging and monitoring Amazon EventBridge Pipes using AWS CloudTrail and Amazon CloudWatch Logs",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/proton.ts
var protonPaths = [
  forwardAccessSession({
    id: "proton-kms",
    title: "Proton creates a grant on a customer managed key",
    via: "proton.amazonaws.com",
    entryActions: ["proton:CreateEnvironmentTemplate", "proton:CreateServiceTemplate"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSProtonFullAccess", 3, "2024-06-06")]
  })
];

// src/catalogue/paths/quicksight.ts
var quicksightPaths = [
  serviceRole({
    id: "quicksight-role",
    title: "QuickSight queries Athena and reads S3 with its role",
    via: "quicksight.amazonaws.com",
    entryActions: ["quicksight:CreateDataSource", "quicksight:CreateDataSet", "quicksight:CreateIngestion"],
    hops: [
      { actions: ["athena:StartQueryExecution", "athena:GetQueryResults"] },
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["s3:ListBucket"] }
    ],
    basis: "documented",
    note: "S3 is reached with the role too, behind Athena. The role is often named aws-quicksight-service-role-v0.",
    sources: [
      {
        title: "QuickSight User Guide: Attaching additional policies for Athena and S3",
        url: "https://docs.aws.amazon.com/quicksight/latest/user/security-create-iam-role-athena-s3.html",
        retrieved: "2026"
      }
    ]
  })
];

// src/catalogue/paths/ram.ts
var via26 = "ram.amazonaws.com";
var ramPaths = [
  forwardAccessSession({
    id: "ram-glue",
    title: "RAM writes the resource policy of the Glue Data Catalog when it is shared",
    via: via26,
    entryActions: ["ram:CreateResourceShare", "ram:AssociateResourceShare"],
    hops: [{ actions: ["glue:PutResourcePolicy", "glue:DeleteResourcePolicy"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonDataZoneGlueManageAccessRolePolicy", 18, "2026-02-12")]
  }),
  forwardAccessSession({
    id: "ram-fsx",
    title: "RAM writes the resource policy of an FSx volume when it is shared",
    via: via26,
    entryActions: ["ram:CreateResourceShare"],
    hops: [{ actions: ["fsx:PutResourcePolicy", "fsx:GetResourcePolicy", "fsx:DeleteResourcePolicy"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonFSxConsoleFullAccess", 20, "2026-02-12")]
  })
];

// src/catalogue/paths/rds.ts
var via27 = "rds.amazonaws.com";
var customTroubleshooting = archivedGuide(
  "amazon-rds-user-guide@f2e9ed3",
  "doc_source/custom-troubleshooting.md",
  "RDS User Guide: Troubleshooting DB issues for Amazon RDS Custom",
  "2023-06-15"
);
var crossRegionReplica = archivedGuide(
  "amazon-rds-user-guide@f2e9ed3",
  "doc_source/USER_ReadRepl.XRgn.md",
  "RDS User Guide: Creating a read replica in a different AWS Region",
  "2023-06-15"
);
var crossRegionSnapshot = archivedGuide(
  "amazon-rds-user-guide@f2e9ed3",
  "doc_source/USER_CopySnapshot.md",
  "RDS User Guide: Copying a DB snapshot",
  "2023-06-15"
);
function sourceRegion(source) {
  return { claim: "conditions on the source of a request make the call to the source Region fail", source };
}
var customVersion = {
  claim: "a condition on the address makes the creation of an engine version fail",
  source: customTroubleshooting
};
var rdsPaths = [
  forwardAccessSession({
    id: "rds-kms",
    title: "RDS uses a KMS key for whoever creates, restores or changes a database",
    via: via27,
    entryActions: [
      "rds:CreateDBInstance",
      "rds:CreateDBCluster",
      "rds:RestoreDBInstanceFromDBSnapshot",
      "rds:ModifyDBInstance"
    ],
    hops: [{ actions: ["kms:CreateGrant", "kms:DescribeKey"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-rds-user-guide@f2e9ed3",
        "doc_source/Overview.Encryption.Keys.md",
        "RDS User Guide: AWS KMS key management",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "rds-managed-secret",
    title: "RDS creates the secret that holds the password of the master user",
    via: via27,
    entryActions: ["rds:CreateDBInstance", "rds:CreateDBCluster", "rds:ModifyDBInstance"],
    hops: [
      {
        actions: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
        resource: "arn:*:secretsmanager:*:*:secret:rds!*"
      },
      {
        actions: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
        through: ["secretsmanager.amazonaws.com"]
      }
    ],
    basis: "documented",
    note: `${callerPermission} Applies where RDS manages the master user password.`,
    sources: [
      archivedGuide(
        "amazon-rds-user-guide@f2e9ed3",
        "doc_source/rds-secrets-manager.md",
        "RDS User Guide: Password management with Amazon RDS and AWS Secrets Manager",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "rds-xregion-replica",
    title: "RDS calls the source Region for whoever creates a read replica in another Region",
    via: via27,
    entryActions: ["rds:CreateDBInstanceReadReplica"],
    hops: [{ actions: ["rds:CreateDBInstanceReadReplica"] }],
    basis: "documented",
    lost: sourceRegion(crossRegionReplica),
    sources: [crossRegionReplica]
  }),
  forwardAccessSession({
    id: "rds-xregion-snapshot",
    title: "RDS calls the source Region for whoever copies a snapshot to another Region",
    via: via27,
    entryActions: ["rds:CopyDBSnapshot", "rds:CopyDBClusterSnapshot"],
    hops: [
      { actions: ["rds:CopyDBSnapshot", "rds:CopyCustomDBEngineVersion"] },
      { actions: ["kms:CreateGrant", "kms:DescribeKey"] }
    ],
    basis: "documented",
    lost: sourceRegion(crossRegionSnapshot),
    sources: [crossRegionSnapshot]
  }),
  forwardAccessSession({
    id: "rds-custom-cev",
    title: "RDS Custom reads installation files from S3 for whoever creates an engine version",
    via: via27,
    entryActions: ["rds:CreateCustomDBEngineVersion"],
    hops: [{ actions: ["s3:GetObject"] }, { actions: ["s3:CreateBucket", "s3:PutBucketPolicy"] }],
    basis: "documented",
    note: "The troubleshooting page names a condition on aws:SourceIp as a cause of failure and refers to the example that denies by address, as it was in 2023.",
    lost: customVersion,
    sources: [customTroubleshooting]
  }),
  forwardAccessSession({
    id: "rds-perfinsights-kms",
    title: "RDS Performance Insights decrypts its data for whoever reads it",
    via: via27,
    entryActions: ["pi:GetResourceMetrics", "pi:DescribeDimensionKeys"],
    hops: [{ actions: ["kms:Decrypt", "kms:GenerateDataKey"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-aurora-user-guide@7a931b4",
        "doc_source/USER_PerfInsights.access-control.md",
        "Aurora User Guide: Configuring access policies for Performance Insights",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/redshift.ts
var redshiftPaths = [
  forwardAccessSession({
    id: "redshift-data-credentials",
    title: "The Redshift Data API gets database credentials for whoever runs a statement",
    via: "redshift-data.amazonaws.com",
    entryActions: ["redshift-data:ExecuteStatement", "redshift-data:BatchExecuteStatement"],
    hops: [
      { actions: ["redshift-serverless:GetCredentials"] },
      { actions: ["redshift:GetClusterCredentialsWithIAM", "redshift:GetClusterCredentials"] }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-redshift-management-guide@0a83a47",
        "doc_source/data-api.md",
        "Redshift Management Guide: Using the Amazon Redshift Data API",
        "2023-06-15"
      ),
      autopilotModel("redshift-data"),
      managedPolicy("SageMakerStudioProjectUserRolePolicy", 74, "2026-08-11")
    ]
  }),
  serviceRole({
    id: "redshift-copy-role",
    title: "Redshift loads and unloads data with the role of the cluster",
    via: "redshift.amazonaws.com",
    entryActions: ["redshift-data:ExecuteStatement"],
    hops: [
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["s3:ListBucket"] },
      { actions: ["lambda:InvokeFunction"] }
    ],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-redshift-management-guide@0a83a47",
        "doc_source/copy-unload-iam-role.md",
        "Redshift Management Guide: Authorizing COPY, UNLOAD, CREATE EXTERNAL FUNCTION, and CREATE EXTERNAL SCHEMA operations using IAM roles",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/resource-groups.ts
var resourceGroupsPaths = [
  forwardAccessSession({
    id: "resource-groups-tag",
    title: "Resource Groups looks up tagged resources",
    via: "resource-groups.amazonaws.com",
    entryActions: ["resource-groups:ListGroupResources", "resource-groups:SearchResources"],
    hops: [{ actions: ["tag:GetResources"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSNetworkFirewallServiceRolePolicy", 4, "2026-06-01")]
  })
];

// src/catalogue/paths/robomaker.ts
var robomakerPaths = [
  forwardAccessSession({
    id: "robomaker-s3-ecr",
    title: "RoboMaker reads the sources of an application from S3 and ECR",
    via: "robomaker.amazonaws.com",
    entryActions: ["robomaker:CreateRobotApplication", "robomaker:CreateSimulationApplication"],
    hops: [{ actions: ["s3:GetObject"] }, { actions: ["ecr:BatchGetImage"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSRoboMaker_FullAccess", 2, "2021-09-16")]
  })
];

// src/catalogue/paths/s3.ts
var via28 = "s3.amazonaws.com";
var operationModel2 = autopilotModel("s3");
var serviceNetwork = {
  claim: "the call to KMS comes from the network of the service",
  source: dataPerimeterRcps
};
var replicationKms = {
  "kms:viaservice": like2("s3.*.amazonaws.com"),
  "aws:viaawsservice": unknown,
  "aws:calledvia": unknown,
  "aws:calledviafirst": unknown,
  "aws:calledvialast": unknown
};
var s3Paths = [
  forwardAccessSession({
    id: "s3-get-kms",
    title: "S3 decrypts an object that is encrypted with a KMS key",
    via: via28,
    entryActions: ["s3:GetObject", "s3:GetObjectVersion"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to objects under SSE-KMS; S3 Bucket Keys make the call rarer.",
    lost: serviceNetwork,
    sources: [forwardAccessSessions2, operationModel2, dataPerimeterRcps]
  }),
  forwardAccessSession({
    id: "s3-put-kms",
    title: "S3 asks KMS for a data key when an object is uploaded",
    via: via28,
    entryActions: ["s3:PutObject"],
    hops: [{ actions: ["kms:GenerateDataKey"] }],
    basis: "documented",
    note: "Applies where the bucket or the request asks for SSE-KMS. The README for RCPs of AWS’s data perimeter examples says that the call comes from the service network; a failure was reported in November 2023.",
    lost: serviceNetwork,
    sources: [dataPerimeterScps, dataPerimeterRcps, copilotReport]
  }),
  forwardAccessSession({
    id: "s3-multipart-kms",
    title: "S3 calls KMS for multipart uploads and copies of encrypted objects",
    via: via28,
    entryActions: ["s3:PutObject", "s3:GetObject"],
    hops: [{ actions: ["kms:Decrypt", "kms:GenerateDataKey"] }],
    basis: "documented",
    lost: serviceNetwork,
    sources: [
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/mpuoverview.md",
        "S3 User Guide: Uploading and copying objects using multipart upload",
        "2023-06-15"
      ),
      operationModel2
    ]
  }),
  forwardAccessSession({
    id: "cloudtrail-read-kms",
    title: "S3 decrypts CloudTrail log files for whoever reads them",
    via: via28,
    entryActions: ["s3:GetObject"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    lost: serviceNetwork,
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/services-cloudtrail.md",
        "KMS Developer Guide: How AWS CloudTrail uses AWS KMS",
        "2023-06-15"
      )
    ]
  }),
  serviceRole({
    id: "s3-replication-role",
    title: "S3 replicates objects with the role of the replication",
    via: via28,
    entryActions: ["s3:PutObject", "s3:PutReplicationConfiguration"],
    hops: [
      { actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:GetObjectVersionForReplication"] },
      { actions: ["kms:Decrypt", "kms:Encrypt"], keys: replicationKms }
    ],
    basis: "documented",
    note: "The policies in the guide test kms:ViaService for S3 on this role; whether aws:ViaAWSService is set is not documented.",
    sources: [
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/replication.md",
        "S3 User Guide: Replicating objects",
        "2023-06-15"
      ),
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/replication-config-for-kms-objects.md",
        "S3 User Guide: Replicating encrypted objects",
        "2023-06-15"
      )
    ]
  }),
  serviceRole({
    id: "s3-batch-role",
    title: "S3 Batch Operations works on objects with the role of the job",
    via: "batchoperations.s3.amazonaws.com",
    entryActions: ["s3:CreateJob"],
    hops: [{ actions: ["s3:PutObject", "s3:GetObject", "s3:PutObjectTagging"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/batch-ops-iam-role-policies.md",
        "S3 User Guide: Granting permissions for Amazon S3 Batch Operations",
        "2023-06-15"
      )
    ]
  }),
  servicePrincipal2({
    id: "s3-server-access-logs",
    title: "S3 delivers server access logs to the bucket for logs",
    via: "logging.s3.amazonaws.com",
    entryActions: ["s3:PutBucketLogging"],
    hops: [{ actions: ["s3:PutObject"] }],
    basis: "documented",
    namesSource: true,
    sources: [
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/ServerLogs.md",
        "S3 User Guide: Logging requests using server access logging",
        "2023-06-15"
      )
    ]
  }),
  servicePrincipal2({
    id: "s3-event-notification",
    title: "S3 sends event notifications to a topic, a queue or a function",
    via: via28,
    entryActions: ["s3:PutBucketNotification"],
    hops: [
      { actions: ["sns:Publish", "sqs:SendMessage", "lambda:InvokeFunction"] },
      { actions: ["kms:GenerateDataKey", "kms:Decrypt"] }
    ],
    basis: "documented",
    namesSource: true,
    sources: [
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/grant-destinations-permissions-to-s3.md",
        "S3 User Guide: Granting permissions to publish event notification messages to a destination",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/s3-object-lambda.ts
var s3ObjectLambdaPaths = [
  forwardAccessSession({
    id: "s3-object-lambda",
    title: "S3 Object Lambda invokes its function and reads the object for whoever asks for it",
    via: "s3-object-lambda.amazonaws.com",
    entryActions: ["s3-object-lambda:GetObject", "s3-object-lambda:ListBucket"],
    hops: [{ actions: ["lambda:InvokeFunction"] }, { actions: ["s3:GetObject"] }, { actions: ["s3:ListBucket"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-s3-userguide@cc53dd6",
        "doc_source/olap-policies.md",
        "S3 User Guide: Configuring IAM policies for Object Lambda Access Points",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/sagemaker.ts
var via29 = "sagemaker.amazonaws.com";
var apiPermissionsReference = archivedGuide(
  "amazon-sagemaker-developer-guide@a869fa5",
  "doc_source/api-permissions-reference.md",
  "SageMaker Developer Guide: Amazon SageMaker API Permissions: Actions, Permissions, and Resources Reference",
  "2023-06-15"
);
var sagemakerPaths = [
  forwardAccessSession({
    id: "sagemaker-featurestore-kms",
    title: "SageMaker Feature Store uses the key of an online store",
    via: via29,
    entryActions: ["sagemaker:CreateFeatureGroup", "sagemaker:PutRecord", "sagemaker:GetRecord"],
    hops: [{ actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-sagemaker-developer-guide@a869fa5",
        "doc_source/feature-store-security.md",
        "SageMaker Developer Guide: Security and Access Control",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "sagemaker-endpoint-kms",
    title: "SageMaker creates a grant on the key of an endpoint",
    via: via29,
    entryActions: ["sagemaker:CreateEndpoint"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "documented",
    note: callerPermission,
    sources: [apiPermissionsReference]
  }),
  forwardAccessSession({
    id: "sagemaker-notebook-vpc",
    title: "SageMaker creates the network interface of a notebook in a VPC",
    via: via29,
    entryActions: ["sagemaker:CreateNotebookInstance"],
    hops: [
      {
        actions: [
          "ec2:CreateNetworkInterface",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeVpcs"
        ]
      }
    ],
    basis: "documented",
    note: callerPermission,
    sources: [apiPermissionsReference]
  }),
  serviceRole({
    id: "sagemaker-execution-role",
    title: "SageMaker jobs call AWS with the execution role",
    via: via29,
    entryActions: ["sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob", "sagemaker:CreateModel"],
    hops: [
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { actions: ["ecr:BatchGetImage", "logs:PutLogEvents"] },
      { actions: ["kms:Decrypt"], through: ["s3.amazonaws.com"] }
    ],
    basis: "documented",
    note: "Jobs in a VPC call from that VPC.",
    sources: [
      archivedGuide(
        "amazon-sagemaker-developer-guide@a869fa5",
        "doc_source/sagemaker-roles.md",
        "SageMaker Developer Guide: SageMaker Roles",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/secretsmanager.ts
var via30 = "secretsmanager.amazonaws.com";
var operationModel3 = autopilotModel("secretsmanager");
var serviceNetwork2 = {
  claim: "the call to KMS comes from the network of the service",
  source: dataPerimeterRcps
};
var secretsmanagerPaths = [
  forwardAccessSession({
    id: "secrets-get-kms",
    title: "Secrets Manager decrypts a secret",
    via: via30,
    entryActions: ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    lost: serviceNetwork2,
    sources: [
      archivedGuide(
        "aws-secrets-manager-docs@c3b51cc",
        "doc_source/security-encryption.md",
        "Secrets Manager User Guide: Secret encryption and decryption in AWS Secrets Manager",
        "2023-06-15"
      ),
      operationModel3
    ]
  }),
  forwardAccessSession({
    id: "secrets-put-kms",
    title: "Secrets Manager encrypts a secret",
    via: via30,
    entryActions: ["secretsmanager:CreateSecret", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret"],
    hops: [{ actions: ["kms:GenerateDataKey", "kms:Decrypt"] }],
    basis: "documented",
    lost: serviceNetwork2,
    sources: [operationModel3]
  })
];

// src/catalogue/paths/securitylake.ts
var securitylakePaths = [
  forwardAccessSession({
    id: "securitylake-setup",
    title: "Security Lake sets up a data lake for its administrator",
    via: "securitylake.amazonaws.com",
    entryActions: ["securitylake:CreateDataLake", "securitylake:CreateSubscriber"],
    hops: [
      {
        actions: [
          "glue:CreateDatabase",
          "glue:CreateTable",
          "glue:CreateCrawler",
          "events:PutRule",
          "events:PutTargets",
          "iam:CreateRole"
        ]
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonSecurityLakeAdministrator", 2, "2024-02-23")]
  })
];

// src/catalogue/paths/servicecatalog.ts
var via31 = "servicecatalog.amazonaws.com";
var constraintsLaunch = archivedGuide(
  "aws-service-catalog-admin-guide@059daa1",
  "doc_source/constraints-launch.md",
  "Service Catalog Administrator Guide: AWS Service Catalog Launch Constraints",
  "2023-06-15"
);
var ownAddress4 = {
  claim: "CloudFormation provisions resources from an address of its own, not from that of the request",
  source: cloudFormationAccess
};
var viaUnknown2 = {
  "aws:viaawsservice": unknown,
  "aws:calledvia": unknown,
  "aws:calledviafirst": unknown,
  "aws:calledvialast": unknown
};
var servicecatalogPaths = [
  forwardAccessSession({
    id: "servicecatalog-provision",
    title: "Service Catalog provisions a product with the credentials of the end user",
    via: via31,
    entryActions: [
      "servicecatalog:ProvisionProduct",
      "servicecatalog:UpdateProvisionedProduct",
      "servicecatalog:TerminateProvisionedProduct"
    ],
    hops: [
      {
        actions: ["cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:DeleteStack"],
        resource: "arn:*:cloudformation:*:*:stack/SC-*"
      },
      { actions: anyAction, through: ["cloudformation.amazonaws.com"] }
    ],
    basis: "documented",
    note: "Applies to products without a launch constraint.",
    lost: ownAddress4,
    sources: [constraintsLaunch]
  }),
  serviceRole({
    id: "servicecatalog-launch-role",
    title: "Service Catalog provisions a product with the launch role",
    via: via31,
    entryActions: ["servicecatalog:ProvisionProduct"],
    hops: [
      { actions: ["cloudformation:CreateStack"], resource: "arn:*:cloudformation:*:*:stack/SC-*", keys: viaUnknown2 }
    ],
    basis: "documented",
    note: "Applies to products with a launch constraint. Whether aws:ViaAWSService is set is not documented.",
    sources: [constraintsLaunch]
  }),
  forwardAccessSession({
    id: "servicecatalog-template-s3",
    title: "Service Catalog downloads the template of a product from a bucket of its own",
    via: via31,
    entryActions: ["servicecatalog:ProvisionProduct", "servicecatalog:DescribeProvisioningArtifact"],
    hops: [{ actions: ["s3:GetObject"], resource: "arn:*:s3:::sc-*/*" }],
    basis: "documented",
    sources: [dataPerimeterOwned]
  })
];

// src/catalogue/paths/servicecatalog-appregistry.ts
var servicecatalogAppregistryPaths = [
  forwardAccessSession({
    id: "appregistry-cfn",
    title: "AppRegistry tags the stacks and resource groups of an application",
    via: "servicecatalog-appregistry.amazonaws.com",
    entryActions: ["servicecatalog:AssociateResource", "servicecatalog:CreateApplication"],
    hops: [
      {
        actions: [
          "cloudformation:UpdateStack",
          "resource-groups:CreateGroup",
          "resource-groups:Tag",
          "tag:GetResources"
        ]
      }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSServiceCatalogAppRegistryFullAccess", 7, "2026-08-12")]
  })
];

// src/catalogue/paths/ses.ts
var sesPaths = [
  servicePrincipal2({
    id: "ses-kms",
    title: "SES stores received mail in S3 and encrypts it with a KMS key",
    via: "ses.amazonaws.com",
    entryActions: ["ses:CreateReceiptRule", "ses:UpdateReceiptRule"],
    hops: [{ actions: ["kms:GenerateDataKey", "kms:Encrypt"] }, { actions: ["s3:PutObject"] }],
    basis: "documented",
    namesSource: true,
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/services-ses.md",
        "KMS Developer Guide: How Amazon Simple Email Service (Amazon SES) uses AWS KMS",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/sns.ts
var via32 = "sns.amazonaws.com";
var snsPaths = [
  forwardAccessSession({
    id: "sns-publish-kms",
    title: "SNS encrypts messages that are published",
    via: via32,
    entryActions: ["sns:Publish"],
    hops: [{ actions: ["kms:GenerateDataKey", "kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to encrypted topics.",
    sources: [
      archivedGuide(
        "amazon-sns-developer-guide@d2d6700",
        "doc_source/sns-key-management.md",
        "SNS Developer Guide: Key management",
        "2022-12-02"
      ),
      autopilotModel("sns")
    ]
  }),
  forwardAccessSession({
    id: "sns-sms",
    title: "SNS sends text messages through AWS End User Messaging",
    via: via32,
    entryActions: ["sns:Publish", "sns:GetSMSAttributes", "sns:ListPhoneNumbersOptedOut"],
    hops: [
      { actions: ["sms-voice:SendTextMessage", "sms-voice:DescribeOptedOutNumbers", "sms-voice:DescribeSpendLimits"] }
    ],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonSNSFullAccess", 2, "2024-09-24")]
  })
];

// src/catalogue/paths/sqlworkbench.ts
var via33 = "sqlworkbench.amazonaws.com";
var sqlworkbenchPaths = [
  forwardAccessSession({
    id: "redshift-qev2-kms",
    title: "Redshift query editor v2 uses the KMS key of saved queries",
    via: via33,
    entryActions: ["sqlworkbench:CreateSavedQuery", "sqlworkbench:GetSavedQuery", "sqlworkbench:DriverExecute"],
    hops: [{ actions: ["kms:GenerateDataKey", "kms:Decrypt"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "amazon-redshift-management-guide@0a83a47",
        "doc_source/query-editor-v2-getting-started.md",
        "Redshift Management Guide: Configuring your AWS account",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "sqlworkbench-tags",
    title: "Redshift query editor v2 looks up tagged resources",
    via: via33,
    entryActions: ["sqlworkbench:ListDatabases", "sqlworkbench:CreateConnection"],
    hops: [{ actions: ["tag:GetResources"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonRedshiftQueryEditorV2FullAccess", 3, "2024-02-21")]
  })
];

// src/catalogue/paths/sqs.ts
var via34 = "sqs.amazonaws.com";
var sqsKeyManagement = archivedGuide(
  "amazon-sqs-developer-guide@39de636",
  "doc_source/sqs-key-management.md",
  "SQS Developer Guide: Key management",
  "2023-06-15"
);
var operationModel4 = autopilotModel("sqs");
var sqsPaths = [
  forwardAccessSession({
    id: "sqs-send-kms",
    title: "SQS encrypts messages that are sent",
    via: via34,
    entryActions: ["sqs:SendMessage"],
    hops: [{ actions: ["kms:GenerateDataKey", "kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to queues under SSE-KMS. KMS is called only when the data key is no longer reused, so failures come and go.",
    sources: [sqsKeyManagement, operationModel4]
  }),
  forwardAccessSession({
    id: "sqs-receive-kms",
    title: "SQS decrypts messages that are received",
    via: via34,
    entryActions: ["sqs:ReceiveMessage"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to queues under SSE-KMS. KMS is called only when the data key is no longer reused, so failures come and go.",
    sources: [sqsKeyManagement, operationModel4]
  })
];

// src/catalogue/paths/ssm.ts
var via35 = "ssm.amazonaws.com";
var operationModel5 = autopilotModel("ssm");
var automationSetup = archivedGuide(
  "aws-systems-manager-user-guide@dd495cc",
  "doc_source/automation-setup.md",
  "Systems Manager User Guide: Setting up Automation",
  "2023-06-15"
);
var aWSBudgetsActionsRolePolicyForResourceAdministrationWithSSM = managedPolicy(
  "AWSBudgetsActions_RolePolicyForResourceAdministrationWithSSM",
  2,
  "2026-04-07"
);
var ssmPaths = [
  forwardAccessSession({
    id: "ssm-param-get-kms",
    title: "Parameter Store decrypts a SecureString parameter",
    via: via35,
    entryActions: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"],
    hops: [{ actions: ["kms:Decrypt"] }],
    basis: "documented",
    note: "Applies to SecureString parameters that are read with decryption.",
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/services-parameter-store.md",
        "KMS Developer Guide: How AWS Systems Manager Parameter Store uses AWS KMS",
        "2023-06-15"
      ),
      operationModel5
    ]
  }),
  forwardAccessSession({
    id: "ssm-param-put-kms",
    title: "Parameter Store encrypts a SecureString parameter",
    via: via35,
    entryActions: ["ssm:PutParameter"],
    hops: [{ actions: ["kms:Encrypt", "kms:GenerateDataKey"] }],
    basis: "documented",
    note: "Standard parameters are encrypted by KMS itself, advanced ones under a data key.",
    sources: [operationModel5]
  }),
  forwardAccessSession({
    id: "ssm-session-kms",
    title: "Session Manager asks KMS for the key of an encrypted session",
    via: via35,
    entryActions: ["ssm:StartSession"],
    hops: [{ actions: ["kms:GenerateDataKey"] }],
    basis: "documented",
    note: `${callerPermission} Applies where the preferences of Session Manager ask for encryption.`,
    sources: [
      archivedGuide(
        "aws-systems-manager-user-guide@dd495cc",
        "doc_source/getting-started-restrict-access-quickstart.md",
        "Systems Manager User Guide: Quickstart default IAM policies for Session Manager",
        "2023-06-15"
      )
    ]
  }),
  forwardAccessSession({
    id: "ssm-automation-user",
    title: "Systems Manager Automation runs the steps of a runbook as the user",
    via: via35,
    entryActions: ["ssm:StartAutomationExecution"],
    hops: [{ actions: ["ec2:StartInstances", "ec2:StopInstances", "rds:StartDBInstance", "rds:StopDBInstance"] }],
    basis: "documented",
    note: "Applies to runbooks without an assume role.",
    sources: [automationSetup, aWSBudgetsActionsRolePolicyForResourceAdministrationWithSSM]
  }),
  serviceRole({
    id: "ssm-automation-role",
    title: "Systems Manager Automation runs the steps of a runbook with its assume role",
    via: via35,
    entryActions: ["ssm:StartAutomationExecution"],
    hops: [{ actions: anyAction }],
    basis: "documented",
    sources: [automationSetup]
  }),
  forwardAccessSession({
    id: "ssm-automation-ec2",
    title: "Systems Manager Automation stops and starts EC2 and RDS instances for an action of AWS Budgets",
    via: via35,
    entryActions: ["ssm:StartAutomationExecution"],
    hops: [{ actions: ["ec2:StartInstances", "ec2:StopInstances", "rds:StartDBInstance", "rds:StopDBInstance"] }],
    basis: "derived",
    note: `${inferredEntry} The first call is made by the role of the Budgets action.`,
    sources: [aWSBudgetsActionsRolePolicyForResourceAdministrationWithSSM]
  })
];

// src/catalogue/paths/ssm-guiconnect.ts
var via36 = "ssm-guiconnect.amazonaws.com";
var aWSSystemsManagerJustInTimeAccessTokenPolicy = managedPolicy(
  "AWSSystemsManagerJustInTimeAccessTokenPolicy",
  6,
  "2026-02-12"
);
var ssmGuiconnectPaths = [
  forwardAccessSession({
    id: "ssm-guiconnect",
    title: "Fleet Manager opens remote desktop sessions as the user",
    via: via36,
    entryActions: ["ssm-guiconnect:StartConnection", "ssm-guiconnect:GetConnection"],
    hops: [{ actions: ["ssm:StartSession", "ssm:SendCommand", "ssm:GetCommandInvocation"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [aWSSystemsManagerJustInTimeAccessTokenPolicy]
  }),
  forwardAccessSession({
    id: "ssm-guiconnect-kms",
    title: "Fleet Manager creates a grant for remote desktop sessions",
    via: via36,
    entryActions: ["ssm-guiconnect:StartConnection"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [aWSSystemsManagerJustInTimeAccessTokenPolicy]
  })
];

// src/catalogue/paths/sso.ts
var ssoPaths = [
  forwardAccessSession({
    id: "identity-center-kms",
    title: "IAM Identity Center uses a customer managed key for whoever administers it",
    via: "sso.amazonaws.com",
    entryActions: ["sso:CreateInstance", "sso:CreatePermissionSet"],
    hops: [{ actions: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSSSOMasterAccountAdministrator", 13, "2026-02-12")]
  })
];

// src/catalogue/paths/states.ts
var statesPaths = [
  serviceRole({
    id: "stepfunctions-role",
    title: "Step Functions runs the tasks of a state machine with its role",
    via: "states.amazonaws.com",
    entryActions: ["states:StartExecution"],
    hops: [{ actions: anyAction }],
    basis: "documented",
    note: "Shown on common actions: a task may call nearly any API.",
    sources: [
      archivedGuide(
        "aws-step-functions-developer-guide@3d6752c",
        "doc_source/procedure-create-iam-role.md",
        "Step Functions Developer Guide: How AWS Step Functions Works with IAM",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/timestream.ts
var timestreamPaths = [
  forwardAccessSession({
    id: "timestream-kms",
    title: "Timestream creates a grant on the key of a database",
    via: "timestream.amazonaws.com",
    entryActions: ["timestream:CreateDatabase"],
    hops: [{ actions: ["kms:CreateGrant"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AmazonTimestreamFullAccess", 2, "2021-11-26")]
  })
];

// src/catalogue/paths/transfer.ts
var transferPaths = [
  serviceRole({
    id: "transfer-user-role",
    title: "Transfer Family reads and writes S3 with the role of a user",
    via: "transfer.amazonaws.com",
    entryActions: ["transfer:CreateUser", "transfer:CreateServer"],
    hops: [
      { actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"] },
      { actions: ["s3:ListBucket"] },
      { actions: ["logs:PutLogEvents"] }
    ],
    basis: "documented",
    note: "The address of the SFTP client never reaches S3.",
    sources: [
      {
        title: "Transfer Family User Guide: Managing access controls",
        url: "https://docs.aws.amazon.com/transfer/latest/userguide/users-policies.html",
        retrieved: "2026"
      }
    ]
  })
];

// src/catalogue/paths/trust-policies.ts
var assumers = [
  ["backup", "AWS Backup", "backup:CreateBackupSelection"],
  ["cloudformation", "CloudFormation", "cloudformation:CreateStack"],
  ["codebuild", "CodeBuild", "codebuild:StartBuild"],
  ["config", "AWS Config", "config:PutConfigurationRecorder"],
  ["ec2", "EC2", "ec2:RunInstances"],
  ["ecs-tasks", "ECS", "ecs:RunTask"],
  ["events", "EventBridge", "events:PutTargets"],
  ["glue", "Glue", "glue:StartJobRun"],
  ["lambda", "Lambda", "lambda:CreateFunction"],
  ["states", "Step Functions", "states:StartExecution"]
];
var trustPoliciesPaths = assumers.map(
  ([service, name, entry]) => servicePrincipal2({
    id: `trust-assume-by-${service}`,
    title: `${name} assumes a role whose trust policy names it`,
    via: `${service}.amazonaws.com`,
    entryActions: [entry, "iam:PassRole"],
    hops: [{ actions: ["sts:AssumeRole"], resource: "arn:*:iam::*:role/*" }],
    basis: "documented",
    note: "Shown for ten common services; it holds of every service that assumes a role. Some of them name the account and the resource they act for, not all do.",
    sources: [globalConditionKeys, s3ConditionKeys]
  })
);

// src/catalogue/paths/vpc-lattice.ts
var vpcLatticePaths = [
  forwardAccessSession({
    id: "vpclattice-logs",
    title: "VPC Lattice sets up the delivery of access logs",
    via: "vpc-lattice.amazonaws.com",
    entryActions: ["vpc-lattice:CreateAccessLogSubscription"],
    hops: [{ actions: ["logs:CreateLogDelivery", "logs:UpdateLogDelivery"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("VPCLatticeFullAccess", 4, "2026-02-12")]
  })
];

// src/catalogue/paths/wafv2.ts
var via37 = "wafv2.amazonaws.com";
var wafv2Paths = [
  forwardAccessSession({
    id: "waf-log-delivery",
    title: "WAF adds itself to the resource policy of the log group for its logs",
    via: via37,
    entryActions: ["wafv2:PutLoggingConfiguration", "wafv2:DeleteLoggingConfiguration"],
    hops: [{ actions: ["logs:PutResourcePolicy"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("AWSWAFFullAccess", 17, "2026-07-28")]
  }),
  forwardAccessSession({
    id: "waf-log-delivery-create",
    title: "WAF creates the delivery of its logs",
    via: via37,
    entryActions: ["wafv2:PutLoggingConfiguration"],
    hops: [{ actions: ["logs:CreateLogDelivery"] }],
    basis: "derived",
    note: inferredEntry,
    sources: [managedPolicy("SecurityLakeServiceLinkedRole", 4, "2026-07-15")]
  })
];

// src/catalogue/paths/workmail.ts
var workmailPaths = [
  forwardAccessSession({
    id: "workmail-kms",
    title: "WorkMail uses the key of an organization for its administrator",
    via: "workmail.amazonaws.com",
    entryActions: ["workmail:CreateOrganization", "workmail:CreateUser"],
    hops: [{ actions: ["kms:Encrypt", "kms:Decrypt", "kms:CreateGrant"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/services-wm.md",
        "KMS Developer Guide: How Amazon WorkMail uses AWS KMS",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/paths/workspaces.ts
var workspacesPaths = [
  forwardAccessSession({
    id: "workspaces-kms",
    title: "WorkSpaces creates grants on the key of encrypted volumes",
    via: "workspaces.amazonaws.com",
    entryActions: ["workspaces:CreateWorkspaces"],
    hops: [{ actions: ["kms:CreateGrant", "kms:DescribeKey"] }],
    basis: "documented",
    sources: [
      archivedGuide(
        "aws-kms-developer-guide@3447fd9",
        "doc_source/services-workspaces.md",
        "KMS Developer Guide: How WorkSpaces uses AWS KMS",
        "2023-06-15"
      )
    ]
  })
];

// src/catalogue/catalogue.ts
var catalogueDate = "2026-11-21";
var catalogue = [
  ...airflowPaths,
  ...apigatewayPaths,
  ...appflowPaths,
  ...applicationAutoscalingPaths,
  ...applicationSignalsPaths,
  ...appstreamPaths,
  ...apsPaths,
  ...athenaPaths,
  ...auditmanagerPaths,
  ...autoscalingPaths,
  ...backupPaths,
  ...bedrockPaths,
  ...bedrockAgentcorePaths,
  ...cleanroomsPaths,
  ...cloud9Paths,
  ...cloudformationPaths,
  ...cloudformationResourcesPaths,
  ...cloudformationTemplatesPaths,
  ...cloudfrontPaths,
  ...cloudshellPaths,
  ...cloudtrailPaths,
  ...codebuildPaths,
  ...codepipelinePaths,
  ...configPaths,
  ...controltowerPaths,
  ...databrewPaths,
  ...dataexchangePaths,
  ...datasyncPaths,
  ...dmsPaths,
  ...docdbElasticPaths,
  ...drsPaths,
  ...dynamodbPaths,
  ...ec2Paths,
  ...ec2fastlaunchPaths,
  ...ecrPaths,
  ...ecsPaths,
  ...eksPaths,
  ...elasticachePaths,
  ...elasticbeanstalkPaths,
  ...elasticfilesystemPaths,
  ...elasticloadbalancingPaths,
  ...emrContainersPaths,
  ...esPaths,
  ...eventsPaths,
  ...fsxPaths,
  ...gluePaths,
  ...identitystorePaths,
  ...imagebuilderPaths,
  ...kinesisPaths,
  ...lakeformationPaths,
  ...lambdaPaths,
  ...lambdaRolesPaths,
  ...launchwizardPaths,
  ...logsPaths,
  ...mgnPaths,
  ...nimblePaths,
  ...observabilityadminPaths,
  ...odbPaths,
  ...omicsPaths,
  ...pipesPaths,
  ...protonPaths,
  ...quicksightPaths,
  ...ramPaths,
  ...rdsPaths,
  ...redshiftPaths,
  ...resourceGroupsPaths,
  ...robomakerPaths,
  ...s3Paths,
  ...s3ObjectLambdaPaths,
  ...sagemakerPaths,
  ...secretsmanagerPaths,
  ...securitylakePaths,
  ...servicecatalogPaths,
  ...servicecatalogAppregistryPaths,
  ...sesPaths,
  ...snsPaths,
  ...sqlworkbenchPaths,
  ...sqsPaths,
  ...ssmPaths,
  ...ssmGuiconnectPaths,
  ...ssoPaths,
  ...statesPaths,
  ...timestreamPaths,
  ...transferPaths,
  ...trustPoliciesPaths,
  ...vpcLatticePaths,
  ...wafv2Paths,
  ...workmailPaths,
  ...workspacesPaths
].toSorted((a, b) => a.id < b.id ? -1 : 1);

// src/catalogue/controls.ts
var account = "111122223333";
var user = { kind: "user", name: `arn:aws:iam::${account}:user/example`, account };
var role = {
  kind: "role",
  name: `arn:aws:iam::${account}:role/example`,
  account,
  session: `arn:aws:sts::${account}:assumed-role/example/session`
};
var root = { kind: "root", name: `arn:aws:iam::${account}:root`, account };
var federated = {
  kind: "federated",
  name: `arn:aws:sts::${account}:federated-user/example`,
  account
};
var anonymous = { kind: "anonymous", name: "", account: void 0 };
function each(keys, state) {
  return Object.fromEntries(keys.map((key) => [key, state]));
}
var direct = {
  ...each(calledViaKeys, absent2),
  ...each(principalServiceKeys, absent2),
  ...each(sourceResourceKeys, absent2),
  ...each(roleMarkers, absent2),
  "kms:viaservice": absent2
};
var overPublicNetwork = each(vpcKeys2, absent2);
var overForeignEndpoint = {
  "aws:sourceip": absent2,
  "aws:sourcevpce": present("vpce-0f0e0d0c0b0a09080"),
  "aws:sourcevpc": present("vpc-0f0e0d0c0b0a09080"),
  "aws:sourcevpcarn": present("arn:aws:ec2:us-east-1:999999999999:vpc/vpc-0f0e0d0c0b0a09080"),
  "aws:vpcsourceip": present("10.255.254.253"),
  "aws:vpceaccount": present("999999999999"),
  "aws:vpceorgid": present("o-zz9zz9zz9z"),
  "aws:vpceorgpaths": present("o-zz9zz9zz9z/r-zz99/ou-zz99-zz9zz9zz/")
};
var networks = [
  ["public", "over the public network", overPublicNetwork],
  ["vpce", "through an endpoint of somebody else", overForeignEndpoint]
];
var viaServiceStates = [
  ["via-false", "with aws:ViaAWSService false", present("false")],
  ["via-absent", "without aws:ViaAWSService", absent2]
];
var callers = [
  ["user", "a user", user, { "aws:principalisawsservice": present("false") }],
  ["role", "a role session", role, { "aws:principalisawsservice": present("false") }],
  ["root", "the root user", root, { "aws:principalisawsservice": present("false") }],
  ["federated", "a federated user", federated, { "aws:principalisawsservice": present("false") }],
  ["anonymous", "nobody who signs", anonymous, { "aws:principalisawsservice": absent2, "aws:principalarn": absent2 }]
];
var directControls = callers.flatMap(
  ([who, caller, principal, own]) => networks.flatMap(
    ([network, route, ofNetwork]) => viaServiceStates.map(
      ([via38, withKey, viaService]) => ({
        id: `direct-${who}-${network}-${via38}`,
        title: `${caller} calls directly ${route}, ${withKey}`,
        principal,
        keys: { ...direct, ...ofNetwork, ...own, "aws:viaawsservice": viaService }
      })
    )
  )
);
var signedKeyStates = [
  ["service-absent", "without aws:PrincipalIsAWSService", absent2],
  ["service-false", "with aws:PrincipalIsAWSService false", present("false")]
];
var federationControls = viaServiceStates.flatMap(
  ([via38, withKey, viaService]) => signedKeyStates.map(
    ([signed, withSignedKey, isService]) => ({
      id: `assume-role-with-token-${via38}-${signed}`,
      title: `somebody exchanges a token for a role session, ${withKey} and ${withSignedKey}`,
      principal: anonymous,
      keys: {
        ...direct,
        ...overPublicNetwork,
        "aws:viaawsservice": viaService,
        "aws:principalisawsservice": isService,
        "aws:principalarn": absent2
      }
    })
  )
);
var controls = [...directControls, ...federationControls];

// src/catalogue/rcp-services.ts
var rcpServices = [
  "aoss",
  "appconfig",
  "appstream",
  "autoscaling",
  "autoscaling-plans",
  "budgets",
  "clouddirectory",
  "cloudfront",
  "cloudsearch",
  "cloudtrail-data",
  "codeartifact",
  "codebuild",
  "codecommit",
  "codepipeline",
  "cognito-identity",
  "cognito-idp",
  "comprehend",
  "comprehendmedical",
  "compute-optimizer",
  "cost-optimization-hub",
  "dax",
  "dsql",
  "dynamodb",
  "ecr",
  "ecr-public",
  "events",
  "firehose",
  "fis",
  "fms",
  "gamelift",
  "health",
  "inspector-scan",
  "kendra",
  "kinesisvideo",
  "kms",
  "logs",
  "memorydb",
  "networkmonitor",
  "notifications",
  "opensearch",
  "pca-connector-ad",
  "personalize",
  "polly",
  "pricing",
  "resource-groups",
  "rolesanywhere",
  "s3",
  "secretsmanager",
  "servicediscovery",
  "signin",
  "sqs",
  "sts",
  "support",
  "swf",
  "textract",
  "timestream-influxdb",
  "transcribe",
  "transfer",
  "translate",
  "wafv2",
  "workspaces",
  "xray"
];

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(text2, ignoreTrivia = false) {
  const len = text2.length;
  let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
  function scanHexDigits(count, exact) {
    let digits = 0;
    let value2 = 0;
    while (digits < count || !exact) {
      let ch = text2.charCodeAt(pos);
      if (ch >= 48 && ch <= 57) {
        value2 = value2 * 16 + ch - 48;
      } else if (ch >= 65 && ch <= 70) {
        value2 = value2 * 16 + ch - 65 + 10;
      } else if (ch >= 97 && ch <= 102) {
        value2 = value2 * 16 + ch - 97 + 10;
      } else {
        break;
      }
      pos++;
      digits++;
    }
    if (digits < count) {
      value2 = -1;
    }
    return value2;
  }
  function setPosition(newPosition) {
    pos = newPosition;
    value = "";
    tokenOffset = 0;
    token = 16;
    scanError = 0;
  }
  function scanNumber() {
    let start = pos;
    if (text2.charCodeAt(pos) === 48) {
      pos++;
    } else {
      pos++;
      while (pos < text2.length && isDigit(text2.charCodeAt(pos))) {
        pos++;
      }
    }
    if (pos < text2.length && text2.charCodeAt(pos) === 46) {
      pos++;
      if (pos < text2.length && isDigit(text2.charCodeAt(pos))) {
        pos++;
        while (pos < text2.length && isDigit(text2.charCodeAt(pos))) {
          pos++;
        }
      } else {
        scanError = 3;
        return text2.substring(start, pos);
      }
    }
    let end = pos;
    if (pos < text2.length && (text2.charCodeAt(pos) === 69 || text2.charCodeAt(pos) === 101)) {
      pos++;
      if (pos < text2.length && text2.charCodeAt(pos) === 43 || text2.charCodeAt(pos) === 45) {
        pos++;
      }
      if (pos < text2.length && isDigit(text2.charCodeAt(pos))) {
        pos++;
        while (pos < text2.length && isDigit(text2.charCodeAt(pos))) {
          pos++;
        }
        end = pos;
      } else {
        scanError = 3;
      }
    }
    return text2.substring(start, end);
  }
  function scanString() {
    let result = "", start = pos;
    while (true) {
      if (pos >= len) {
        result += text2.substring(start, pos);
        scanError = 2;
        break;
      }
      const ch = text2.charCodeAt(pos);
      if (ch === 34) {
        result += text2.substring(start, pos);
        pos++;
        break;
      }
      if (ch === 92) {
        result += text2.substring(start, pos);
        pos++;
        if (pos >= len) {
          scanError = 2;
          break;
        }
        const ch2 = text2.charCodeAt(pos++);
        switch (ch2) {
          case 34:
            result += '"';
            break;
          case 92:
            result += "\\";
            break;
          case 47:
            result += "/";
            break;
          case 98:
            result += "\b";
            break;
          case 102:
            result += "\f";
            break;
          case 110:
            result += "\n";
            break;
          case 114:
            result += "\r";
            break;
          case 116:
            result += "	";
            break;
          case 117:
            const ch3 = scanHexDigits(4, true);
            if (ch3 >= 0) {
              result += String.fromCharCode(ch3);
            } else {
              scanError = 4;
            }
            break;
          default:
            scanError = 5;
        }
        start = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31) {
        if (isLineBreak(ch)) {
          result += text2.substring(start, pos);
          scanError = 2;
          break;
        } else {
          scanError = 6;
        }
      }
      pos++;
    }
    return result;
  }
  function scanNext() {
    value = "";
    scanError = 0;
    tokenOffset = pos;
    lineStartOffset = lineNumber;
    prevTokenLineStartOffset = tokenLineStartOffset;
    if (pos >= len) {
      tokenOffset = len;
      return token = 17;
    }
    let code = text2.charCodeAt(pos);
    if (isWhiteSpace(code)) {
      do {
        pos++;
        value += String.fromCharCode(code);
        code = text2.charCodeAt(pos);
      } while (isWhiteSpace(code));
      return token = 15;
    }
    if (isLineBreak(code)) {
      pos++;
      value += String.fromCharCode(code);
      if (code === 13 && text2.charCodeAt(pos) === 10) {
        pos++;
        value += "\n";
      }
      lineNumber++;
      tokenLineStartOffset = pos;
      return token = 14;
    }
    switch (code) {
      // tokens: []{}:,
      case 123:
        pos++;
        return token = 1;
      case 125:
        pos++;
        return token = 2;
      case 91:
        pos++;
        return token = 3;
      case 93:
        pos++;
        return token = 4;
      case 58:
        pos++;
        return token = 6;
      case 44:
        pos++;
        return token = 5;
      // strings
      case 34:
        pos++;
        value = scanString();
        return token = 10;
      // comments
      case 47:
        const start = pos - 1;
        if (text2.charCodeAt(pos + 1) === 47) {
          pos += 2;
          while (pos < len) {
            if (isLineBreak(text2.charCodeAt(pos))) {
              break;
            }
            pos++;
          }
          value = text2.substring(start, pos);
          return token = 12;
        }
        if (text2.charCodeAt(pos + 1) === 42) {
          pos += 2;
          const safeLength = len - 1;
          let commentClosed = false;
          while (pos < safeLength) {
            const ch = text2.charCodeAt(pos);
            if (ch === 42 && text2.charCodeAt(pos + 1) === 47) {
              pos += 2;
              commentClosed = true;
              break;
            }
            pos++;
            if (isLineBreak(ch)) {
              if (ch === 13 && text2.charCodeAt(pos) === 10) {
                pos++;
              }
              lineNumber++;
              tokenLineStartOffset = pos;
            }
          }
          if (!commentClosed) {
            pos++;
            scanError = 1;
          }
          value = text2.substring(start, pos);
          return token = 13;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
      // numbers
      case 45:
        value += String.fromCharCode(code);
        pos++;
        if (pos === len || !isDigit(text2.charCodeAt(pos))) {
          return token = 16;
        }
      // found a minus, followed by a number so
      // we fall through to proceed with scanning
      // numbers
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        value += scanNumber();
        return token = 11;
      // literals and unknown symbols
      default:
        while (pos < len && isUnknownContentCharacter(code)) {
          pos++;
          code = text2.charCodeAt(pos);
        }
        if (tokenOffset !== pos) {
          value = text2.substring(tokenOffset, pos);
          switch (value) {
            case "true":
              return token = 8;
            case "false":
              return token = 9;
            case "null":
              return token = 7;
          }
          return token = 16;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
    }
  }
  function isUnknownContentCharacter(code) {
    if (isWhiteSpace(code) || isLineBreak(code)) {
      return false;
    }
    switch (code) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return false;
    }
    return true;
  }
  function scanNextNonTrivia() {
    let result;
    do {
      result = scanNext();
    } while (result >= 12 && result <= 15);
    return result;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes2) {
  CharacterCodes2[CharacterCodes2["lineFeed"] = 10] = "lineFeed";
  CharacterCodes2[CharacterCodes2["carriageReturn"] = 13] = "carriageReturn";
  CharacterCodes2[CharacterCodes2["space"] = 32] = "space";
  CharacterCodes2[CharacterCodes2["_0"] = 48] = "_0";
  CharacterCodes2[CharacterCodes2["_1"] = 49] = "_1";
  CharacterCodes2[CharacterCodes2["_2"] = 50] = "_2";
  CharacterCodes2[CharacterCodes2["_3"] = 51] = "_3";
  CharacterCodes2[CharacterCodes2["_4"] = 52] = "_4";
  CharacterCodes2[CharacterCodes2["_5"] = 53] = "_5";
  CharacterCodes2[CharacterCodes2["_6"] = 54] = "_6";
  CharacterCodes2[CharacterCodes2["_7"] = 55] = "_7";
  CharacterCodes2[CharacterCodes2["_8"] = 56] = "_8";
  CharacterCodes2[CharacterCodes2["_9"] = 57] = "_9";
  CharacterCodes2[CharacterCodes2["a"] = 97] = "a";
  CharacterCodes2[CharacterCodes2["b"] = 98] = "b";
  CharacterCodes2[CharacterCodes2["c"] = 99] = "c";
  CharacterCodes2[CharacterCodes2["d"] = 100] = "d";
  CharacterCodes2[CharacterCodes2["e"] = 101] = "e";
  CharacterCodes2[CharacterCodes2["f"] = 102] = "f";
  CharacterCodes2[CharacterCodes2["g"] = 103] = "g";
  CharacterCodes2[CharacterCodes2["h"] = 104] = "h";
  CharacterCodes2[CharacterCodes2["i"] = 105] = "i";
  CharacterCodes2[CharacterCodes2["j"] = 106] = "j";
  CharacterCodes2[CharacterCodes2["k"] = 107] = "k";
  CharacterCodes2[CharacterCodes2["l"] = 108] = "l";
  CharacterCodes2[CharacterCodes2["m"] = 109] = "m";
  CharacterCodes2[CharacterCodes2["n"] = 110] = "n";
  CharacterCodes2[CharacterCodes2["o"] = 111] = "o";
  CharacterCodes2[CharacterCodes2["p"] = 112] = "p";
  CharacterCodes2[CharacterCodes2["q"] = 113] = "q";
  CharacterCodes2[CharacterCodes2["r"] = 114] = "r";
  CharacterCodes2[CharacterCodes2["s"] = 115] = "s";
  CharacterCodes2[CharacterCodes2["t"] = 116] = "t";
  CharacterCodes2[CharacterCodes2["u"] = 117] = "u";
  CharacterCodes2[CharacterCodes2["v"] = 118] = "v";
  CharacterCodes2[CharacterCodes2["w"] = 119] = "w";
  CharacterCodes2[CharacterCodes2["x"] = 120] = "x";
  CharacterCodes2[CharacterCodes2["y"] = 121] = "y";
  CharacterCodes2[CharacterCodes2["z"] = 122] = "z";
  CharacterCodes2[CharacterCodes2["A"] = 65] = "A";
  CharacterCodes2[CharacterCodes2["B"] = 66] = "B";
  CharacterCodes2[CharacterCodes2["C"] = 67] = "C";
  CharacterCodes2[CharacterCodes2["D"] = 68] = "D";
  CharacterCodes2[CharacterCodes2["E"] = 69] = "E";
  CharacterCodes2[CharacterCodes2["F"] = 70] = "F";
  CharacterCodes2[CharacterCodes2["G"] = 71] = "G";
  CharacterCodes2[CharacterCodes2["H"] = 72] = "H";
  CharacterCodes2[CharacterCodes2["I"] = 73] = "I";
  CharacterCodes2[CharacterCodes2["J"] = 74] = "J";
  CharacterCodes2[CharacterCodes2["K"] = 75] = "K";
  CharacterCodes2[CharacterCodes2["L"] = 76] = "L";
  CharacterCodes2[CharacterCodes2["M"] = 77] = "M";
  CharacterCodes2[CharacterCodes2["N"] = 78] = "N";
  CharacterCodes2[CharacterCodes2["O"] = 79] = "O";
  CharacterCodes2[CharacterCodes2["P"] = 80] = "P";
  CharacterCodes2[CharacterCodes2["Q"] = 81] = "Q";
  CharacterCodes2[CharacterCodes2["R"] = 82] = "R";
  CharacterCodes2[CharacterCodes2["S"] = 83] = "S";
  CharacterCodes2[CharacterCodes2["T"] = 84] = "T";
  CharacterCodes2[CharacterCodes2["U"] = 85] = "U";
  CharacterCodes2[CharacterCodes2["V"] = 86] = "V";
  CharacterCodes2[CharacterCodes2["W"] = 87] = "W";
  CharacterCodes2[CharacterCodes2["X"] = 88] = "X";
  CharacterCodes2[CharacterCodes2["Y"] = 89] = "Y";
  CharacterCodes2[CharacterCodes2["Z"] = 90] = "Z";
  CharacterCodes2[CharacterCodes2["asterisk"] = 42] = "asterisk";
  CharacterCodes2[CharacterCodes2["backslash"] = 92] = "backslash";
  CharacterCodes2[CharacterCodes2["closeBrace"] = 125] = "closeBrace";
  CharacterCodes2[CharacterCodes2["closeBracket"] = 93] = "closeBracket";
  CharacterCodes2[CharacterCodes2["colon"] = 58] = "colon";
  CharacterCodes2[CharacterCodes2["comma"] = 44] = "comma";
  CharacterCodes2[CharacterCodes2["dot"] = 46] = "dot";
  CharacterCodes2[CharacterCodes2["doubleQuote"] = 34] = "doubleQuote";
  CharacterCodes2[CharacterCodes2["minus"] = 45] = "minus";
  CharacterCodes2[CharacterCodes2["openBrace"] = 123] = "openBrace";
  CharacterCodes2[CharacterCodes2["openBracket"] = 91] = "openBracket";
  CharacterCodes2[CharacterCodes2["plus"] = 43] = "plus";
  CharacterCodes2[CharacterCodes2["slash"] = 47] = "slash";
  CharacterCodes2[CharacterCodes2["formFeed"] = 12] = "formFeed";
  CharacterCodes2[CharacterCodes2["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces = new Array(20).fill(0).map((_, index) => {
  return " ".repeat(index);
});
var maxCachedValues = 200;
var cachedBreakLinesWithSpaces = {
  " ": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + " ".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + " ".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + " ".repeat(index);
    })
  },
  "	": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + "	".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + "	".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + "	".repeat(index);
    })
  }
};

// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions2) {
  ParseOptions2.DEFAULT = {
    allowTrailingComma: false
  };
})(ParseOptions || (ParseOptions = {}));
function parseTree(text2, errors = [], options = ParseOptions.DEFAULT) {
  let currentParent = { type: "array", offset: -1, length: -1, children: [], parent: void 0 };
  function ensurePropertyComplete(endOffset) {
    if (currentParent.type === "property") {
      currentParent.length = endOffset - currentParent.offset;
      currentParent = currentParent.parent;
    }
  }
  function onValue(valueNode) {
    currentParent.children.push(valueNode);
    return valueNode;
  }
  const visitor = {
    onObjectBegin: (offset) => {
      currentParent = onValue({ type: "object", offset, length: -1, parent: currentParent, children: [] });
    },
    onObjectProperty: (name, offset, length) => {
      currentParent = onValue({ type: "property", offset, length: -1, parent: currentParent, children: [] });
      currentParent.children.push({ type: "string", value: name, offset, length, parent: currentParent });
    },
    onObjectEnd: (offset, length) => {
      ensurePropertyComplete(offset + length);
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onArrayBegin: (offset, length) => {
      currentParent = onValue({ type: "array", offset, length: -1, parent: currentParent, children: [] });
    },
    onArrayEnd: (offset, length) => {
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onLiteralValue: (value, offset, length) => {
      onValue({ type: getNodeType(value), offset, length, parent: currentParent, value });
      ensurePropertyComplete(offset + length);
    },
    onSeparator: (sep2, offset, length) => {
      if (currentParent.type === "property") {
        if (sep2 === ":") {
          currentParent.colonOffset = offset;
        } else if (sep2 === ",") {
          ensurePropertyComplete(offset);
        }
      }
    },
    onError: (error, offset, length) => {
      errors.push({ error, offset, length });
    }
  };
  visit(text2, visitor, options);
  const result = currentParent.children[0];
  if (result) {
    delete result.parent;
  }
  return result;
}
function visit(text2, visitor, options = ParseOptions.DEFAULT) {
  const _scanner = createScanner(text2, false);
  const _jsonPath = [];
  let suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks++;
      } else {
        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
        if (cbReturn === false) {
          suppressedCallbacks = 1;
        }
      }
    } : () => true;
  }
  function toEndVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks--;
      }
      if (suppressedCallbacks === 0) {
        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
      }
    } : () => true;
  }
  const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
  const disallowComments = options && options.disallowComments;
  const allowTrailingComma = options && options.allowTrailingComma;
  function scanNext() {
    while (true) {
      const token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(
            14
            /* ParseErrorCode.InvalidUnicode */
          );
          break;
        case 5:
          handleError(
            15
            /* ParseErrorCode.InvalidEscapeCharacter */
          );
          break;
        case 3:
          handleError(
            13
            /* ParseErrorCode.UnexpectedEndOfNumber */
          );
          break;
        case 1:
          if (!disallowComments) {
            handleError(
              11
              /* ParseErrorCode.UnexpectedEndOfComment */
            );
          }
          break;
        case 2:
          handleError(
            12
            /* ParseErrorCode.UnexpectedEndOfString */
          );
          break;
        case 6:
          handleError(
            16
            /* ParseErrorCode.InvalidCharacter */
          );
          break;
      }
      switch (token) {
        case 12:
        case 13:
          if (disallowComments) {
            handleError(
              10
              /* ParseErrorCode.InvalidCommentToken */
            );
          } else {
            onComment();
          }
          break;
        case 16:
          handleError(
            1
            /* ParseErrorCode.InvalidSymbol */
          );
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    onError(error);
    if (skipUntilAfter.length + skipUntil.length > 0) {
      let token = _scanner.getToken();
      while (token !== 17) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1) {
          break;
        }
        token = scanNext();
      }
    }
  }
  function parseString(isValue) {
    const value = _scanner.getTokenValue();
    if (isValue) {
      onLiteralValue(value);
    } else {
      onObjectProperty(value);
      _jsonPath.push(value);
    }
    scanNext();
    return true;
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        const tokenValue = _scanner.getTokenValue();
        let value = Number(tokenValue);
        if (isNaN(value)) {
          handleError(
            2
            /* ParseErrorCode.InvalidNumberFormat */
          );
          value = 0;
        }
        onLiteralValue(value);
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(true);
        break;
      case 9:
        onLiteralValue(false);
        break;
      default:
        return false;
    }
    scanNext();
    return true;
  }
  function parseProperty() {
    if (_scanner.getToken() !== 10) {
      handleError(3, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
      return false;
    }
    parseString(false);
    if (_scanner.getToken() === 6) {
      onSeparator(":");
      scanNext();
      if (!parseValue()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
    } else {
      handleError(5, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
    }
    _jsonPath.pop();
    return true;
  }
  function parseObject() {
    onObjectBegin();
    scanNext();
    let needsComma = false;
    while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 2 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (!parseProperty()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onObjectEnd();
    if (_scanner.getToken() !== 2) {
      handleError(7, [
        2
        /* SyntaxKind.CloseBraceToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseArray() {
    onArrayBegin();
    scanNext();
    let isFirstElement = true;
    let needsComma = false;
    while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 4 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (isFirstElement) {
        _jsonPath.push(0);
        isFirstElement = false;
      } else {
        _jsonPath[_jsonPath.length - 1]++;
      }
      if (!parseValue()) {
        handleError(4, [], [
          4,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onArrayEnd();
    if (!isFirstElement) {
      _jsonPath.pop();
    }
    if (_scanner.getToken() !== 4) {
      handleError(8, [
        4
        /* SyntaxKind.CloseBracketToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray();
      case 1:
        return parseObject();
      case 10:
        return parseString(true);
      default:
        return parseLiteral();
    }
  }
  scanNext();
  if (_scanner.getToken() === 17) {
    if (options.allowEmptyContent) {
      return true;
    }
    handleError(4, [], []);
    return false;
  }
  if (!parseValue()) {
    handleError(4, [], []);
    return false;
  }
  if (_scanner.getToken() !== 17) {
    handleError(9, [], []);
  }
  return true;
}
function getNodeType(value) {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    case "object": {
      if (!value) {
        return "null";
      } else if (Array.isArray(value)) {
        return "array";
      }
      return "object";
    }
    default:
      return "null";
  }
}

// node_modules/jsonc-parser/lib/esm/main.js
var ScanError;
(function(ScanError2) {
  ScanError2[ScanError2["None"] = 0] = "None";
  ScanError2[ScanError2["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
  ScanError2[ScanError2["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
  ScanError2[ScanError2["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
  ScanError2[ScanError2["InvalidUnicode"] = 4] = "InvalidUnicode";
  ScanError2[ScanError2["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
  ScanError2[ScanError2["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind2) {
  SyntaxKind2[SyntaxKind2["OpenBraceToken"] = 1] = "OpenBraceToken";
  SyntaxKind2[SyntaxKind2["CloseBraceToken"] = 2] = "CloseBraceToken";
  SyntaxKind2[SyntaxKind2["OpenBracketToken"] = 3] = "OpenBracketToken";
  SyntaxKind2[SyntaxKind2["CloseBracketToken"] = 4] = "CloseBracketToken";
  SyntaxKind2[SyntaxKind2["CommaToken"] = 5] = "CommaToken";
  SyntaxKind2[SyntaxKind2["ColonToken"] = 6] = "ColonToken";
  SyntaxKind2[SyntaxKind2["NullKeyword"] = 7] = "NullKeyword";
  SyntaxKind2[SyntaxKind2["TrueKeyword"] = 8] = "TrueKeyword";
  SyntaxKind2[SyntaxKind2["FalseKeyword"] = 9] = "FalseKeyword";
  SyntaxKind2[SyntaxKind2["StringLiteral"] = 10] = "StringLiteral";
  SyntaxKind2[SyntaxKind2["NumericLiteral"] = 11] = "NumericLiteral";
  SyntaxKind2[SyntaxKind2["LineCommentTrivia"] = 12] = "LineCommentTrivia";
  SyntaxKind2[SyntaxKind2["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
  SyntaxKind2[SyntaxKind2["LineBreakTrivia"] = 14] = "LineBreakTrivia";
  SyntaxKind2[SyntaxKind2["Trivia"] = 15] = "Trivia";
  SyntaxKind2[SyntaxKind2["Unknown"] = 16] = "Unknown";
  SyntaxKind2[SyntaxKind2["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
var parseTree2 = parseTree;
var ParseErrorCode;
(function(ParseErrorCode2) {
  ParseErrorCode2[ParseErrorCode2["InvalidSymbol"] = 1] = "InvalidSymbol";
  ParseErrorCode2[ParseErrorCode2["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
  ParseErrorCode2[ParseErrorCode2["PropertyNameExpected"] = 3] = "PropertyNameExpected";
  ParseErrorCode2[ParseErrorCode2["ValueExpected"] = 4] = "ValueExpected";
  ParseErrorCode2[ParseErrorCode2["ColonExpected"] = 5] = "ColonExpected";
  ParseErrorCode2[ParseErrorCode2["CommaExpected"] = 6] = "CommaExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBraceExpected"] = 7] = "CloseBraceExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBracketExpected"] = 8] = "CloseBracketExpected";
  ParseErrorCode2[ParseErrorCode2["EndOfFileExpected"] = 9] = "EndOfFileExpected";
  ParseErrorCode2[ParseErrorCode2["InvalidCommentToken"] = 10] = "InvalidCommentToken";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
  ParseErrorCode2[ParseErrorCode2["InvalidUnicode"] = 14] = "InvalidUnicode";
  ParseErrorCode2[ParseErrorCode2["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
  ParseErrorCode2[ParseErrorCode2["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
  switch (code) {
    case 1:
      return "InvalidSymbol";
    case 2:
      return "InvalidNumberFormat";
    case 3:
      return "PropertyNameExpected";
    case 4:
      return "ValueExpected";
    case 5:
      return "ColonExpected";
    case 6:
      return "CommaExpected";
    case 7:
      return "CloseBraceExpected";
    case 8:
      return "CloseBracketExpected";
    case 9:
      return "EndOfFileExpected";
    case 10:
      return "InvalidCommentToken";
    case 11:
      return "UnexpectedEndOfComment";
    case 12:
      return "UnexpectedEndOfString";
    case 13:
      return "UnexpectedEndOfNumber";
    case 14:
      return "InvalidUnicode";
    case 15:
      return "InvalidEscapeCharacter";
    case 16:
      return "InvalidCharacter";
  }
  return "<unknown ParseErrorCode>";
}

// src/syntax/json.ts
var wordings = {
  InvalidSymbol: "this is not JSON: a value must be quoted, a number, true, false or null",
  InvalidNumberFormat: "this is not a number",
  PropertyNameExpected: "a quoted property name is expected here",
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected here",
  CommaExpected: "a comma is expected here",
  CloseBraceExpected: "a closing brace is missing here",
  CloseBracketExpected: "a closing bracket is missing here",
  EndOfFileExpected: "the file goes on after its JSON value ended",
  UnexpectedEndOfComment: "this comment is never closed",
  UnexpectedEndOfString: "this string is never closed",
  UnexpectedEndOfNumber: "this number breaks off",
  InvalidUnicode: "this \\u escape is not one",
  InvalidEscapeCharacter: "JSON knows no such escape",
  InvalidCharacter: "a string must not hold this control character unescaped"
};
function parseJson(text2) {
  const source = text2.startsWith("\uFEFF") ? ` ${text2.slice(1)}` : text2;
  const errors = [];
  try {
    const root2 = parseTree2(source, errors, { allowTrailingComma: true });
    return { root: root2 && treeOf(root2), problems: problemsOf(errors, text2.length) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { start: 0, end: Math.min(1, text2.length) };
    return { root: void 0, problems: [{ range, message: "this JSON is nested too deeply to be read" }] };
  }
}
function problemsOf(errors, length) {
  return errors.slice(0, 1).map(({ error, offset, length: width }) => {
    const start = Math.min(offset, Math.max(0, length - 1));
    return {
      range: { start, end: Math.min(length, Math.max(start + 1, offset + width)) },
      message: wordings[printParseErrorCode(error)] ?? "this is not JSON"
    };
  });
}
function treeOf(node) {
  const range = { start: node.offset, end: node.offset + node.length };
  const children = node.children ?? [];
  if (node.type === "object") return { kind: "mapping", range, members: children.flatMap(memberOf) };
  if (node.type === "array") return { kind: "sequence", range, items: children.map(treeOf) };
  const type = node.type === "property" ? "null" : node.type;
  return { kind: "scalar", range, type, text: String(node.value) };
}
function memberOf(property) {
  const [key, value] = property.children ?? [];
  if (key === void 0 || value === void 0) return [];
  const range = { start: key.offset, end: key.offset + key.length };
  return [{ key: { value: String(key.value), range }, value: treeOf(value) }];
}

// src/syntax/json-edit.ts
function insertMember(text2, object, key, value) {
  const last = object.members.at(-1);
  if (last === void 0) return [fillEmpty(text2, object, key, value)];
  const first = object.members[0] ?? last;
  const end = last.value.range.end;
  const comma = commaAfter(text2, end);
  const multiline = text2.slice(object.range.start, first.key.range.start).includes("\n");
  const spaced = /^\s*:[ \t\r\n]/.test(text2.slice(last.key.range.end));
  const member2 = `${JSON.stringify(key)}:${spaced ? " " : ""}${write(value, spaced)}`;
  const gap = multiline ? lineEnd(text2) + indentAt(text2, last.key.range.start) : spaced ? " " : "";
  if (comma !== void 0) return [insertAt(comma + 1, `${gap}${member2},`)];
  const afterComment = multiline ? endOfCommentedLine(text2, end, object.range.end) : end;
  return afterComment === end ? [insertAt(end, `,${gap}${member2}`)] : [insertAt(end, ","), insertAt(afterComment, gap + member2)];
}
function fillEmpty(text2, object, key, value) {
  const spaced = text2.includes('": ') || text2.includes("\n");
  const member2 = `${JSON.stringify(key)}:${spaced ? " " : ""}${write(value, spaced)}`;
  return { range: object.range, newText: spaced ? `{ ${member2} }` : `{${member2}}` };
}
function write(value, spaced) {
  if (typeof value === "string") return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => JSON.stringify(item)).join(spaced ? ", " : ",")}]`;
  const members = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}:${spaced ? " " : ""}${write(v, spaced)}`);
  return spaced ? `{ ${members.join(", ")} }` : `{${members.join(",")}}`;
}
function isList(value) {
  return Array.isArray(value);
}
function insertAt(offset, newText) {
  return { range: { start: offset, end: offset }, newText };
}
function commaAfter(text2, from) {
  const at = skipBlanksAndComments(text2, from);
  return text2[at] === "," ? at : void 0;
}
function skipBlanksAndComments(text2, from) {
  let at = from;
  while (at < text2.length) {
    if (/\s/.test(text2[at] ?? "")) at += 1;
    else if (text2.startsWith("//", at)) at = lineFeedFrom(text2, at);
    else if (text2.startsWith("/*", at)) at = Math.max(text2.indexOf("*/", at + 2) + 2, at + 2);
    else break;
  }
  return at;
}
function lineFeedFrom(text2, from) {
  const at = text2.indexOf("\n", from);
  return at < 0 ? text2.length : at;
}
function endOfCommentedLine(text2, from, limit) {
  const end = Math.min(lineFeedFrom(text2, from), limit);
  const rest = text2.slice(from, end);
  if (!/^[ \t]*\/\//.test(rest)) return from;
  return rest.endsWith("\r") ? end - 1 : end;
}
function lineEnd(text2) {
  return text2.includes("\r\n") ? "\r\n" : "\n";
}
function indentAt(text2, offset) {
  const start = text2.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text2.slice(start, offset))?.[0] ?? "";
}

// src/syntax/tree.ts
function membersNamed(mapping, key) {
  return mapping.members.filter((member2) => member2.key.value === key);
}

// src/formats/policy-type.ts
var assumeActions = /^sts:(assumerole(with(saml|webidentity))?|tagsession|setsourceidentity|setcontext|\*)$/i;
var namedTypes = [
  ["scp", /\b(scps?|service control( policy| policies)?)\b/],
  ["rcp", /\b(rcps?|resource control)\b/],
  ["boundary", /\b(boundary|boundaries)\b/],
  ["vpce", /\b(vpce|vpc endpoints?|endpoint policy|endpoint policies)\b/],
  ["session", /\bsession policy\b/],
  ["trust", /\b(trust|assume role)\b/]
];
function inferPolicyType(statements, place) {
  const hasPrincipal = statements.some(({ principals }) => principals !== void 0);
  const named = nameOf3(place);
  if (hasPrincipal) return withPrincipal(statements, named);
  if (named === void 0 || named.type === "trust" || named.type === "rcp" || named.type === "vpce") {
    return { type: "identity", basis: "no statement names a principal" };
  }
  return named;
}
function withPrincipal(statements, named) {
  if (statements.every(onlyAssumes)) return { type: "trust", basis: "its actions are those of assuming a role" };
  if (named !== void 0 && named.type !== "boundary" && named.type !== "session" && named.type !== "scp") return named;
  return { type: "resource", basis: "its statements name principals" };
}
function onlyAssumes({ actions }) {
  if (actions.negated || actions.patterns.length === 0) return false;
  return actions.patterns.every((pattern) => pattern.kind === "literal" && assumeActions.test(pattern.text));
}
function nameOf3({ path, address }) {
  const names = [...path.split("/"), ...address.split(".")].toReversed();
  for (const name of names) {
    const words = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/[-_.\s]+/g, " ").toLowerCase();
    const match = namedTypes.find(([, pattern]) => pattern.test(words));
    if (match !== void 0) return { type: match[0], basis: "its name says so" };
  }
  return void 0;
}

// src/formats/read-policy.ts
var documentElements = ["Version", "Id", "Statement"];
var statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
];
var operatorBases = /* @__PURE__ */ new Set([
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike"],
  ...["StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
  ...["NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan"],
  ...["DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress"],
  ...["NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null"]
]);
function readPolicy(document) {
  const problems = [];
  const note = (range, message, help3) => problems.push({ range, message, help: help3, statement: void 0 });
  const top = uniqueMembers(document, "the policy", note);
  unknownElements(document, documentElements, "a policy", note);
  const version2 = readVersion(top.get("Version"), note);
  const statements = statementNodes(top.get("Statement")).flatMap((node, index) => {
    const own = [];
    const noteHere = (range, message, help3) => own.push({ range, message, help: help3, statement: index });
    const statement = readStatement(node, noteHere);
    problems.push(...own);
    return [{ ...statement, undecidable: own.map(({ message }) => message) }];
  });
  const order2 = (a, b) => a.range.start - b.range.start;
  return { version: version2, statements, problems: problems.toSorted(order2) };
}
function isPolicyDocument(node) {
  const [member2] = membersNamed(node, "Statement");
  return statementNodes(member2).some((item) => item.kind === "mapping" && membersNamed(item, "Effect").length > 0);
}
function statementNodes(member2) {
  if (member2 === void 0) return [];
  return member2.value.kind === "sequence" ? member2.value.items : [member2.value];
}
function readVersion(member2, note) {
  if (member2 === void 0) return "2008-10-17";
  const { value } = member2;
  if (value.kind === "scalar" && (value.text === "2012-10-17" || value.text === "2008-10-17")) return value.text;
  note(value.range, "this is not a version of the policy language", 'write `"Version": "2012-10-17"`');
  return "2012-10-17";
}
function readStatement(node, note) {
  if (node.kind !== "mapping") {
    note(node.range, "a statement must be an object", 'write `{ "Effect": …, "Action": …, "Resource": … }`');
    return emptyStatement(node.range);
  }
  const members = uniqueMembers(node, "the statement", note);
  unknownElements(node, statementElements, "a statement", note);
  const sid = members.get("Sid")?.value;
  if (sid !== void 0 && (sid.kind !== "scalar" || sid.type !== "string")) {
    note(sid.range, "`Sid` must be a string", "quote it");
  }
  const actions = selectorOf(members, "Action", note);
  if (actions === void 0) note(startOf(node), "the statement has no `Action` or `NotAction`", "name its actions");
  return {
    sid: sid?.kind === "scalar" ? { value: sid.text, range: sid.range } : void 0,
    effect: readEffect(members.get("Effect"), node, note),
    principals: principalsOf2(members, note),
    actions: actions ?? { patterns: [], negated: true },
    resources: selectorOf(members, "Resource", note),
    conditions: readConditions(members.get("Condition"), note),
    range: node.range,
    undecidable: []
  };
}
function emptyStatement(range) {
  const anything = { patterns: [], negated: true };
  const nothing = { sid: void 0, principals: void 0, resources: void 0, conditions: [], undecidable: [] };
  return { ...nothing, effect: "Deny", actions: anything, range };
}
function readEffect(member2, node, note) {
  const help3 = 'write `"Effect": "Deny"` or `"Effect": "Allow"`; AWS minds the case';
  if (member2 === void 0) {
    note(startOf(node), "the statement has no `Effect`", help3);
    return "Deny";
  }
  const { value } = member2;
  if (value.kind === "scalar" && (value.text === "Allow" || value.text === "Deny")) return value.text;
  note(value.range, "`Effect` must be `Allow` or `Deny`", help3);
  return "Deny";
}
function selectorOf(members, name, note) {
  const plain2 = members.get(name);
  const negated = members.get(`Not${name}`);
  if (plain2 !== void 0 && negated !== void 0) {
    note(negated.key.range, `\`${name}\` and \`Not${name}\` exclude each other`, "keep one of them");
  }
  const member2 = plain2 ?? negated;
  if (member2 === void 0) return void 0;
  return { patterns: valuesOf(member2.value, `\`${member2.key.value}\``, note), negated: plain2 === void 0 };
}
function principalsOf2(members, note) {
  const plain2 = members.get("Principal");
  const negated = members.get("NotPrincipal");
  if (plain2 !== void 0 && negated !== void 0) {
    note(negated.key.range, "`Principal` and `NotPrincipal` exclude each other", "keep one of them");
  }
  const member2 = plain2 ?? negated;
  if (member2 === void 0) return void 0;
  return { entries: principalEntries(member2.value, note), negated: plain2 === void 0 };
}
function principalEntries(node, note) {
  if (node.kind === "scalar" && node.text === "*") return [{ kind: "AWS", value: literal(node.text, node.range) }];
  if (node.kind !== "mapping") {
    note(node.range, 'a principal must be `"*"` or an object', 'write `{ "AWS": … }` or `{ "Service": … }`');
    return [];
  }
  return [...uniqueMembers(node, "the principal", note).values()].flatMap(({ key, value }) => {
    const kind = principalKinds.find((name) => name === key.value);
    if (kind !== void 0) return valuesOf(value, `\`${kind}\``, note).map((entry) => ({ kind, value: entry }));
    note(key.range, "AWS knows no such kind of principal", "use `AWS`, `Service`, `Federated` or `CanonicalUser`");
    return [];
  });
}
var principalKinds = ["AWS", "Service", "Federated", "CanonicalUser"];
function readConditions(member2, note) {
  if (member2 === void 0) return [];
  const block = mappingOr(member2.value, "`Condition`", note);
  if (block === void 0) return [];
  return [...uniqueMembers(block, "the condition", note).values()].flatMap((operator) => readOperator(operator, note));
}
function readOperator({ key, value }, note) {
  const keys = mappingOr(value, `the block of \`${key.value}\``, note);
  if (keys === void 0) return [];
  const operator = parseOperator(key.value);
  if (!operatorBases.has(operator.base)) {
    note(key.range, "AWS knows no such condition operator", "check its spelling; AWS minds the case");
  }
  return [...uniqueMembers(keys, "the operator", note, (name) => name.toLowerCase()).values()].map((entry) => ({
    operator: { value: operator, range: key.range },
    key: entry.key,
    values: valuesOf(entry.value, "the values of a condition key", note)
  }));
}
function parseOperator(name) {
  const [, quantifier, base = name, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(name) ?? [];
  return {
    base,
    ifExists: ifExists !== void 0,
    quantifier: quantifier === "ForAllValues" || quantifier === "ForAnyValue" ? quantifier : void 0
  };
}
function mappingOr(node, what, note) {
  if (node.kind === "mapping") return node;
  note(node.range, `${what} must be an object`, "see the grammar of IAM policies");
  return void 0;
}
function valuesOf(node, what, note) {
  if (node.kind === "sequence") {
    if (node.items.length === 0) note(node.range, `${what}: the list is empty`, "AWS does not say what that means");
    return node.items.flatMap(
      (item) => item.kind === "sequence" ? nestedList(item, what, note) : valuesOf(item, what, note)
    );
  }
  if (node.kind === "mapping") return [unresolved(node, what, note)];
  if (node.type === "null") note(node.range, `${what}: null is no value`, "write a string, or take it out");
  return [scalarValue(node)];
}
function nestedList(node, what, note) {
  note(node.range, `${what}: a list in a list`, "write one flat list");
  return [];
}
function unresolved(node, what, note) {
  const [only, ...more] = node.members;
  const name = only?.key.value ?? "";
  if (more.length > 0 || !/^(Ref|Condition|Fn::\w+)$/.test(name)) {
    note(node.range, `${what} must be a string or a list of strings`, "an object is no value");
  }
  return { kind: "unresolved", expression: name, range: node.range };
}
function scalarValue({ type, text: text2, range, expression }) {
  if (type === "expression") return { kind: "unresolved", expression: text2, range };
  return expression === void 0 ? literal(text2, range) : { kind: "literal", text: text2, range, expression };
}
function literal(text2, range) {
  return { kind: "literal", text: text2, range };
}
function uniqueMembers(mapping, where, note, fold = (name) => name) {
  const found = /* @__PURE__ */ new Map();
  for (const member2 of mapping.members) {
    const name = fold(member2.key.value);
    if (found.has(name)) {
      note(member2.key.range, `\`${member2.key.value}\` stands twice in ${where}`, "merge both into one");
    }
    found.set(name, member2);
  }
  return found;
}
function unknownElements(mapping, known, what, note) {
  for (const { key } of mapping.members) {
    if (!known.includes(key.value)) {
      note(key.range, `\`${key.value}\` is no element of ${what}`, `AWS knows ${known.join(", ")}, and minds the case`);
    }
  }
}
function startOf({ range }) {
  return { start: range.start, end: range.start + 1 };
}

// src/formats/iam-json.ts
var iamJson = {
  id: "iam-json",
  recognises: ({ path, text: text2 }) => /\.(json|jsonc|json5)$/i.test(path) || /^\ufeff?\s*[{[]/.test(text2),
  read,
  edit
};
function read(file) {
  const { root: root2, problems } = parseJson(file.text);
  const blocking = speaksOfSourceIp2(file.text);
  const syntax = problems.map(({ range, message }) => ({ file, range, message, help: syntaxHelp, blocking }));
  if (root2 === void 0 || syntax.length > 0) return { policies: [], problems: syntax };
  const found = findDocuments(root2, "$");
  const read2 = found.map(({ node, address }) => readDocument(file, node, address));
  return {
    policies: read2.flatMap(({ policies }) => policies),
    problems: [...read2.flatMap((result) => result.problems), ...policiesInStrings(file, root2)]
  };
}
var syntaxHelp = "mend the JSON: a policy that cannot be read cannot be judged";
function findDocuments(node, address) {
  const inside = (name) => address === "$" ? name : `${address}.${name}`;
  if (node.kind === "sequence") return node.items.flatMap((item, index) => findDocuments(item, inside(String(index))));
  if (node.kind === "scalar") return [];
  if (isPolicyDocument(node)) return [{ node, address }];
  return node.members.flatMap(({ key, value }) => findDocuments(value, inside(key.value)));
}
function readDocument(file, node, address) {
  const { version: version2, statements, problems } = readPolicy(node);
  const { type, basis } = inferPolicyType(statements, { path: file.path, address });
  const policy = {
    file,
    formatId: iamJson.id,
    address,
    range: node.range,
    version: version2,
    type,
    typeBasis: basis,
    assumedBy: [],
    statements
  };
  const located = problems.map(({ range, message, help: help3, statement }) => {
    const scope = statement === void 0 ? policy : statements[statement];
    return { file, range, message, help: help3, blocking: scope !== void 0 && mayHideDeny(file, scope) };
  });
  return { policies: [policy], problems: located };
}
function mayHideDeny({ text: text2 }, scope) {
  if ("effect" in scope && scope.effect === "Allow") return false;
  return speaksOfSourceIp2(text2.slice(scope.range.start, scope.range.end));
}
function speaksOfSourceIp2(text2) {
  return /aws:sourceip/i.test(text2) || text2.includes("\\u00");
}
function policiesInStrings(file, node) {
  if (node.kind === "sequence") return node.items.flatMap((item) => policiesInStrings(file, item));
  if (node.kind === "mapping") return node.members.flatMap(({ value }) => policiesInStrings(file, value));
  if (node.type !== "string" || !/sourceip/i.test(node.text) || !/["']?deny["']?/i.test(node.text)) return [];
  if (!/"?statement"?\s*:/i.test(node.text)) return [];
  const message = "a policy inside a string is not evaluated";
  return [{ file, range: node.range, message, help: "keep the policy as JSON of its own", blocking: true }];
}
function edit(policy, statement, changes) {
  const { root: root2 } = parseJson(policy.file.text);
  const node = root2 && mappingAt(root2, statement.range.start);
  if (node === void 0) return [];
  const edits = changes.map((change) => addCondition(policy.file.text, node, change));
  return edits.every(({ length }) => length > 0) ? edits.flat() : [];
}
function mappingAt(node, start) {
  if (start < node.range.start || start >= node.range.end) return void 0;
  if (node.kind === "mapping" && node.range.start === start) return node;
  const children = node.kind === "sequence" ? node.items : node.kind === "mapping" ? node.members.map(({ value }) => value) : [];
  for (const child of children) {
    const found = mappingAt(child, start);
    if (found !== void 0) return found;
  }
  return void 0;
}
function addCondition(text2, statement, { operator, key, values }) {
  const [only, ...more] = values;
  const value = only !== void 0 && more.length === 0 ? only : values;
  const condition = membersNamed(statement, "Condition")[0]?.value;
  if (condition === void 0) return insertMember(text2, statement, "Condition", { [operator]: { [key]: value } });
  if (condition.kind !== "mapping") return [];
  const block = membersNamed(condition, operator)[0]?.value;
  if (block === void 0) return insertMember(text2, condition, operator, { [key]: value });
  if (block.kind !== "mapping") return [];
  const taken = block.members.some((member2) => member2.key.value.toLowerCase() === key.toLowerCase());
  return taken ? [] : insertMember(text2, block, key, value);
}

// src/remedies/kms-via-service.ts
var kmsViaService = {
  id: "kms-via-service",
  title: "exempt KMS calls made through an AWS service",
  propose: ({ paths: paths2 }) => paths2.some(({ action }) => action.startsWith("kms:")) ? [{ kind: "add-condition", operator: "Null", key: "kms:ViaService", values: ["true"] }] : []
};

// src/remedies/via-aws-service.ts
var viaAwsService = {
  id: "via-aws-service",
  title: "exempt calls that an AWS service makes with the caller’s credentials",
  propose: ({ paths: paths2 }) => paths2.some(({ mechanism }) => mechanism === "forward-access-session" || mechanism === "service-role") ? [{ kind: "add-condition", operator: "BoolIfExists", key: "aws:ViaAWSService", values: ["false"] }] : []
};

// src/rules/direct-call.ts
var absent3 = { kind: "absent" };
var no2 = { kind: "present", values: ["false"] };
var serviceCallKeys = {
  "aws:viaawsservice": no2,
  "aws:principalisawsservice": no2,
  "aws:calledvia": absent3,
  "aws:calledviafirst": absent3,
  "aws:calledvialast": absent3,
  "kms:viaservice": absent3,
  "aws:principalservicename": absent3,
  "aws:principalservicenameslist": absent3,
  "aws:sourceaccount": absent3,
  "aws:sourcearn": absent3,
  "aws:sourceorgid": absent3,
  "aws:sourceorgpaths": absent3
};
function callThroughEndpoint(actions) {
  return {
    actions,
    resource: void 0,
    mechanism: "console",
    via: "a VPC endpoint",
    network: "vpc-endpoint",
    keys: { ...serviceCallKeys, "aws:sourceip": absent3 }
  };
}

// src/rules/denies-everyone.ts
var deniesEveryone = {
  id: "denies-everyone",
  title: "several Deny statements let no common address through",
  check(subject) {
    if (!deniesAll(subject.statement, subject.policy.statements, subject.policy.version)) return [];
    const detail = "together with another Deny of this policy no address is let through: each statement must list the caller";
    return [{ ruleId: deniesEveryone.id, level: "error", subject, paths: [], detail, existing: wasSo(subject) }];
  }
};
function wasSo({ before, beforePolicy }) {
  return beforePolicy !== void 0 && before.some((earlier) => deniesAll(earlier, beforePolicy.statements, beforePolicy.version));
}
function deniesAll(statement, all2, version2) {
  const group = all2.filter((other) => other.effect === "Deny" && isAboutNetwork(other) && sameScope2(statement, other));
  if (group.length < 2 || !group.includes(statement) || group.every((other) => other === statement)) return false;
  const callers2 = callersOf(group);
  const passes = (members) => callers2.some((keys) => members.every((member2) => !matches(member2, version2, keys)));
  return passes([statement]) && !passes(group);
}
function isAboutNetwork({ conditions, undecidable }) {
  const keys = /* @__PURE__ */ new Set(["aws:sourceip", ...vpcKeys, ...Object.keys(serviceCallKeys)]);
  const literal2 = conditions.every(({ values }) => values.every(({ kind }) => kind === "literal"));
  const network = conditions.some(({ key }) => ["aws:sourceip", ...vpcKeys].includes(key.value.toLowerCase()));
  return undecidable.length === 0 && literal2 && network && conditions.every(({ key }) => keys.has(key.value.toLowerCase()));
}
function sameScope2(a, b) {
  return overlaps(a.actions, b.actions) && (a.resources === void 0 || b.resources === void 0 || overlaps(a.resources, b.resources));
}
function overlaps(a, b) {
  if (a.negated || b.negated) return isEverything(a) || isEverything(b) || a.negated && b.negated;
  return a.patterns.some(
    (x) => b.patterns.some(
      (y) => x.kind === "literal" && y.kind === "literal" && commonExample(x.text, y.text, "x") !== void 0
    )
  );
}
function isEverything({ patterns, negated }) {
  return !negated && patterns.some((pattern) => pattern.kind === "literal" && pattern.text === "*");
}
function callersOf(group) {
  const ranges = rangesOf(group.flatMap((statement) => conditionsOn(statement, "aws:sourceip")));
  const direct2 = Object.entries(serviceCallKeys);
  const present2 = (value) => ({ kind: "present", values: [value] });
  const named = vpcKeys.flatMap(
    (key) => group.flatMap((statement) => conditionsOn(statement, key)).flatMap(({ values }) => values.map((value) => [key, value.kind === "literal" ? value.text : ""]))
  );
  const publicCallers = representatives(ranges).map(
    (address) => new Map([...direct2, ["aws:sourceip", present2(address)]])
  );
  const ownEndpoint = new Map([...direct2, ...named.map(([key, value]) => [key, present2(value)])]);
  return [
    ...publicCallers,
    ...named.map(([key, value]) => new Map([...direct2, [key, present2(value)]])),
    ownEndpoint
  ];
}
function matches({ conditions }, version2, keys) {
  return conditions.every((condition) => evaluateCondition(condition, version2, keys) === "true");
}

// src/rules/levels.ts
var none = {
  identity: void 0,
  boundary: void 0,
  session: void 0,
  scp: void 0,
  rcp: void 0,
  resource: void 0,
  trust: void 0,
  vpce: void 0
};
var everywhere = (level) => ({
  ...none,
  identity: level,
  boundary: level,
  session: level,
  scp: level,
  rcp: level,
  resource: level
});
var levels2 = {
  "forward-access-session": everywhere("error"),
  "service-principal": { ...none, rcp: "error", resource: "error", trust: "error" },
  "service-linked-role": { ...none, resource: "error" },
  // Code of one's own on AWS calls directly as its role: the statement may well mean it.
  "service-role": { ...everywhere("error"), resource: "warning" },
  cloudshell: everywhere("notice"),
  console: everywhere("notice")
};
function levelOf(mechanism, type) {
  return levels2[mechanism][type];
}
var lower = { error: "warning", warning: "notice", notice: "notice" };
function levelOfVerdict(level, verdict, contested) {
  if (verdict === "may-be-denied") return lower[level];
  return verdict === "contested" && contested !== void 0 ? leastGrave(level, contested) : level;
}
var gravity2 = ["notice", "warning", "error"];
function leastGrave(a, b) {
  return gravity2.indexOf(a) < gravity2.indexOf(b) ? a : b;
}
function gravest(paths2) {
  return gravity2.findLast((level) => paths2.some((path) => path.level === level)) ?? "notice";
}

// src/rules/broken-paths.ts
function brokenPaths2(subject, { catalogue: catalogue2, rcpServices: rcpServices2, settings }) {
  const governed = subject.policy.type === "rcp" ? catalogue2.map((path) => withinRcp(path, rcpServices2)) : catalogue2;
  const broken = governed.flatMap((path) => brokenPath(subject, path, settings) ?? []).toSorted(byService);
  const seen2 = /* @__PURE__ */ new Map();
  const ranked = broken.map((path) => {
    const rank = seen2.get(path.via) ?? 0;
    seen2.set(path.via, rank + 1);
    return { path, rank };
  });
  return ranked.toSorted((a, b) => byGravity(a.path, b.path) || a.rank - b.rank).map(({ path }) => path);
}
function withinRcp(path, services) {
  const governed = (action) => services.has(action.slice(0, action.indexOf(":")).toLowerCase());
  return { ...path, hops: path.hops.map((hop) => ({ ...hop, actions: hop.actions.filter(governed) })) };
}
var verdictOrder = ["denied", "contested", "may-be-denied"];
var levelOrder = ["error", "warning", "notice"];
var basisOrder = ["user", "documented", "observed", "derived"];
function byGravity(a, b) {
  return Number(a.existing) - Number(b.existing) || levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) || verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict);
}
var wellKnown = [
  "cfn-ec2-run",
  "s3-get-kms",
  "elb-acm-kms",
  "cloudfront-acm-kms",
  "ebs-attach-kms",
  "athena-s3-data"
].concat([
  "lambda-env-kms",
  "cloudtrail-s3",
  "s3-server-access-logs",
  "lambda-execution-role",
  "trust-assume-by-lambda"
]);
function byService(a, b) {
  return byGravity(a, b) || fame(a) - fame(b) || basisOrder.indexOf(a.basis) - basisOrder.indexOf(b.basis) || (a.id < b.id ? -1 : 1);
}
function fame({ id }) {
  const at = wellKnown.indexOf(id);
  return at < 0 ? wellKnown.length : at;
}
function brokenPath(subject, path, settings) {
  const level = levelOf(path.mechanism, subject.policy.type);
  if (level === void 0 || !reaches(path, subject)) return void 0;
  const { statement, policy } = subject;
  const networks2 = ["vpc-endpoint", "public"].filter(
    (network) => madeByService(path) || entryPasses(statement, policy.version, path.entryActions, network)
  );
  const judged = networks2.flatMap((network) => judge(subject, path, network, settings) ?? []);
  const worst = judged.toSorted((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict))[0];
  if (worst === void 0) return void 0;
  const own = levelOfVerdict(level, worst.verdict, settings.contestedLevel);
  return {
    id: path.id,
    title: path.title,
    mechanism: path.mechanism,
    via: path.via,
    entryActions: path.entryActions,
    basis: path.basis,
    sources: path.sources,
    ...worst,
    level: worst.existing ? "notice" : own
  };
}
function reaches({ mechanism, via: via38 }, { policy }) {
  if (policy.type === "trust" && mechanism === "service-principal") return isTrusted(via38, policy);
  const hangsOnPrincipal2 = policy.type === "identity" || policy.type === "boundary" || policy.type === "session";
  if (!hangsOnPrincipal2) return true;
  return mechanism === "service-role" === policy.assumedBy.length > 0 && (mechanism !== "service-role" || policy.assumedBy.includes(via38));
}
function isTrusted(service, { statements }) {
  const principal = { kind: "service", name: service, account: void 0 };
  return statements.some(
    ({ effect, principals }) => effect === "Allow" && evaluatePrincipals(principals, principal) !== "false"
  );
}
function madeByService({ mechanism }) {
  return mechanism === "service-principal" || mechanism === "service-linked-role" || mechanism === "service-role";
}
function judge(subject, path, network, settings) {
  const outcomes = path.readings.filter((reading2) => reading2.network === network && isSettled(reading2, settings)).map((reading2) => ({ reading: reading2, ...judgeReading(subject, path, reading2) }));
  const denied = outcomes.filter(({ outcome }) => outcome.kind === "denied");
  const open = outcomes.filter(({ outcome }) => outcome.kind === "undecided");
  if (denied.length === 0 && open.length === 0) return void 0;
  const verdict = denied.length === 0 ? "may-be-denied" : denied.length === outcomes.length ? "denied" : "contested";
  const news = outcomes.find(({ outcome }) => outcome.kind === "denied" && !outcome.known) ?? denied[0];
  return {
    network,
    verdict,
    action: news?.action ?? open[0]?.action ?? "",
    witness: news?.outcome.kind === "denied" ? news.outcome.request : void 0,
    readings: outcomes.map(({ reading: reading2, outcome }) => {
      return { claim: reading2.claim, denied: outcome.kind === "denied", source: reading2.source };
    }),
    undecided: [...new Set(open.flatMap(({ outcome }) => outcome.kind === "undecided" ? outcome.because : []))],
    existing: [...denied, ...open].every(({ existing }) => existing)
  };
}
function isSettled({ id }, { forwardAccessSessions: forwardAccessSessions3 }) {
  if (id !== "address-kept" && id !== "address-lost") return true;
  return forwardAccessSessions3 === "unknown" || forwardAccessSessions3 === id;
}
function judgeReading(subject, path, reading2) {
  const hops = path.hops.map((hop) => judgeHop(subject, callOf(path, hop, reading2)));
  const find = (wanted) => hops.find(wanted);
  const nothing = { outcome: { kind: "clear" }, action: "", existing: false };
  return find(({ outcome, existing }) => outcome.kind === "denied" && !existing) ?? find(({ outcome }) => outcome.kind === "denied") ?? find(({ outcome, existing }) => outcome.kind === "undecided" && !existing) ?? find(({ outcome }) => outcome.kind === "undecided") ?? nothing;
}
function judgeHop({ statement, policy, before, beforePolicy }, call) {
  const version2 = beforePolicy?.version ?? policy.version;
  const wasDenied = (request) => before.some((earlier) => evaluateStatement(earlier, version2, request) === "true");
  const outcome = findDeniedCall({ statement, version: policy.version }, call, wasDenied);
  if (outcome.kind === "denied") return { outcome, action: outcome.request.action, existing: outcome.known };
  const wasOpen = outcome.kind === "undecided" && before.some((earlier) => findDeniedCall({ statement: earlier, version: version2 }, call, () => false).kind !== "clear");
  return { outcome, action: call.actions[0] ?? "", existing: wasOpen };
}
var contexts = memo();
function callOf(path, hop, reading2) {
  return {
    actions: hop.actions,
    resource: hop.resource,
    mechanism: path.mechanism,
    via: path.via,
    network: reading2.network,
    keys: contexts(hop, `${reading2.id} ${reading2.network}`, () => ({ ...reading2.keys, ...hop.keys }))
  };
}

// src/rules/exemption-removed.ts
var carveOuts = /* @__PURE__ */ new Set([
  ...["aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "kms:viaservice"],
  ...["aws:principalisawsservice", "aws:principalservicename", "aws:principalservicenameslist", "aws:principalarn"],
  ...vpcKeys
]);
var exemptionRemoved = {
  id: "exemption-removed",
  title: "the change took away an exemption that kept service calls working",
  check(subject, context) {
    const lost = lostCarveOuts(subject.previous, subject.statement);
    if (lost.length === 0) return [];
    const news = brokenPaths2(subject, context).filter(({ existing }) => !existing);
    const restored = { ...subject.statement, conditions: [...withoutKeys(subject.statement, lost), ...lost] };
    const stillBroken = new Set(brokenPaths2({ ...subject, statement: restored }, context).map(({ id }) => id));
    const paths2 = news.filter(({ id }) => !stillBroken.has(id));
    if (paths2.length === 0) return [];
    return [{ ruleId: exemptionRemoved.id, level: gravest(paths2), subject, paths: paths2 }];
  }
};
function lostCarveOuts(previous, statement) {
  const kept = new Set(statement.conditions.map(textOf4));
  return (previous?.conditions ?? []).filter(
    (condition) => carveOuts.has(keyOf(condition)) && !kept.has(textOf4(condition))
  );
}
function withoutKeys({ conditions }, lost) {
  const keys = new Set(lost.map(keyOf));
  return conditions.filter((condition) => !keys.has(keyOf(condition)));
}
function keyOf({ key }) {
  return key.value.toLowerCase();
}
function textOf4({ operator, key, values }) {
  const texts = values.map((value) => value.kind === "literal" ? value.text : value.expression).toSorted();
  return JSON.stringify([operator.value, key.value.toLowerCase(), texts]);
}

// src/rules/exemption-without-effect.ts
var carveOutKeys = [
  ...["aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "kms:viaservice"],
  ...["aws:principalisawsservice", "aws:principalservicename", "aws:principalservicenameslist", "aws:principalarn"],
  ...vpcKeys
];
var mistakes = [
  {
    words: "ForAnyValue is false where aws:CalledVia is absent, so this Deny no longer applies to any direct call: it is switched off",
    applies: ({ operator, key }) => key.value.toLowerCase() === "aws:calledvia" && operator.value.quantifier === "ForAnyValue" && isNegated(operator.value.base)
  },
  {
    words: "the value is the wrong way round: with true the Deny is for calls of AWS services alone, with false it would spare them",
    applies: ({ operator, key, values }) => ["aws:viaawsservice", "aws:principalisawsservice"].includes(key.value.toLowerCase()) && operator.value.base === "Bool" && allAre(values, "true")
  },
  {
    words: "Null is the wrong way round: with false the Deny is for calls made through a service alone, with true it would spare them",
    applies: ({ operator, key, values }) => /^(kms:viaservice|aws:calledvia(first|last)?|aws:principalservicename)$/i.test(key.value) && operator.value.base === "Null" && allAre(values, "false")
  },
  {
    words: "kms:ViaService is absent from all calls but those to KMS, and this statement is about none of these",
    applies: ({ key }, { actions }) => key.value.toLowerCase() === "kms:viaservice" && !actions.negated && actions.patterns.every((value) => value.kind === "literal" && !reachesKms(value.text))
  },
  {
    words: "aws:PrincipalIsAWSService is false for every principal that this type of policy binds, so it spares nobody",
    applies: ({ key, operator, values }, _, type) => key.value.toLowerCase() === "aws:principalisawsservice" && operator.value.base === "Bool" && allAre(values, "false") && bindsPrincipals(type)
  },
  {
    words: "AWS knows no such condition key: it is absent from every request, so the condition spares nobody",
    applies: ({ key }) => isMisspelt(key.value)
  },
  {
    words: "IfExists changes nothing for NotIpAddress: a call without aws:SourceIp is denied with it as without",
    applies: ({ operator, key }, statement) => key.value.toLowerCase() === "aws:sourceip" && operator.value.base === "NotIpAddress" && operator.value.ifExists && !hasCarveOut(statement)
  }
];
var exemptionWithoutEffect = {
  id: "exemption-without-effect",
  title: "a condition meant as an exemption changes nothing, or switches the Deny off",
  check(subject) {
    const mistake = mistakeOf(subject.statement, subject.policy.type);
    if (mistake === void 0) return [];
    return [
      {
        ruleId: exemptionWithoutEffect.id,
        level: "warning",
        subject,
        paths: [],
        detail: mistake.words,
        existing: wasSo2(subject, mistake)
      }
    ];
  }
};
function wasSo2({ before, policy }, mistake) {
  return before.some(
    (earlier) => conditionsOn(earlier, "aws:sourceip").length > 0 && mistakeOf(earlier, policy.type) === mistake
  );
}
function mistakeOf(statement, type) {
  return mistakes.find(({ applies }) => statement.conditions.some((condition) => applies(condition, statement, type)));
}
function hasCarveOut({ conditions }) {
  return conditions.some(
    ({ key }) => carveOutKeys.includes(key.value.toLowerCase()) || key.value.toLowerCase().startsWith("aws:principaltag/")
  );
}
function isNegated(base) {
  return /Not/.test(base);
}
function allAre(values, wanted) {
  return values.length > 0 && values.every((value) => value.kind === "literal" && value.text.toLowerCase() === wanted);
}
function reachesKms(pattern) {
  return pattern.startsWith("*") || /^k[ms*?]/i.test(pattern);
}
function bindsPrincipals(type) {
  return type === "identity" || type === "boundary" || type === "session" || type === "scp";
}
var invented = ["aws:invokedby", "aws:viaservice", "aws:calledby", "aws:callingservice"];
function isMisspelt(key) {
  const name = key.toLowerCase();
  if (!name.startsWith("aws:") || carveOutKeys.includes(name)) return false;
  return invented.includes(name) || ["aws:viaawsservice", "aws:calledvia", "aws:principalisawsservice"].some((known) => isNear(name, known));
}
function isNear(a, b) {
  if (Math.abs(a.length - b.length) > 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return (row[b.length] ?? 0) <= 2;
}

// src/rules/source-addresses.ts
function sourceAddresses(statement) {
  return conditionsOn(statement, "aws:sourceip").filter(({ operator }) => operator.value.base.endsWith("IpAddress")).flatMap(({ values }) => values).flatMap((value) => value.kind === "literal" ? [{ text: value.text, range: parseAddressRange(value.text) }] : []);
}
function hasUnresolvedAddresses(statement) {
  return conditionsOn(statement, "aws:sourceip").some(({ values }) => values.some(({ kind }) => kind === "unresolved"));
}
function wereThere(subject, concerns) {
  const earlier = new Set(subject.before.flatMap(sourceAddresses).map(({ text: text2 }) => text2));
  return sourceAddresses(subject.statement).filter(concerns).every(({ text: text2 }) => earlier.has(text2));
}
function shown({ text: text2 }) {
  return /^[0-9a-fA-F.:/x]{1,50}$/.test(text2) ? `\`${text2}\`` : "an entry";
}
function enumerate(addresses) {
  const names = [...new Set(addresses.map(shown))];
  const rest = names.length - 3;
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more` : names.join(" and ");
}

// src/rules/invalid-address.ts
var kinds = [
  {
    level: "error",
    concerns: ({ range }) => range === void 0,
    words: (addresses, several) => `${addresses} under aws:SourceIp ${several ? "are no addresses or CIDR ranges" : "is no address or CIDR range"}, and AWS does not document what then happens`
  },
  {
    level: "error",
    concerns: ({ range }) => range !== void 0 && range.family === 6 && range.bare,
    words: (addresses) => `${addresses} is an IPv6 address without a prefix length, whose meaning AWS does not document: write /128`
  },
  {
    level: "warning",
    concerns: ({ range }) => range?.prefix === 0,
    words: (addresses) => `${addresses} under aws:SourceIp takes in every address, so this condition no longer tells callers apart`
  },
  {
    level: "notice",
    concerns: ({ range }) => range?.hostBits === true,
    words: (addresses) => `${addresses} has bits set after its prefix, which AWS ignores: the range is wider than the address reads`
  }
];
var invalidAddress = {
  id: "invalid-address",
  title: "an entry under aws:SourceIp is not what AWS takes for an address or a range",
  check(subject) {
    const finding = kinds.map((kind) => findingOf(subject, kind)).find((found) => found !== void 0);
    return finding === void 0 ? [] : [finding];
  }
};
function findingOf(subject, { level, concerns, words }) {
  const addresses = sourceAddresses(subject.statement).filter(concerns);
  if (addresses.length === 0) return void 0;
  const existing = wereThere(subject, concerns);
  return {
    ruleId: invalidAddress.id,
    level,
    subject,
    paths: [],
    detail: words(enumerate(addresses), addresses.length > 1),
    existing
  };
}

// src/rules/ipv6-missing.ts
var ipv6Missing = {
  id: "ipv6-missing",
  title: "only IPv4 addresses are let through",
  check(subject) {
    if (!onlyIpv4(subject.statement)) return [];
    const existing = subject.before.some(onlyIpv4);
    const detail = "only IPv4 addresses are let through: callers who reach a dual-stack endpoint over IPv6 are denied";
    return [{ ruleId: ipv6Missing.id, level: "notice", subject, paths: [], detail, existing }];
  }
};
function onlyIpv4(statement) {
  const spares = conditionsOn(statement, "aws:sourceip").some(({ operator }) => operator.value.base === "NotIpAddress");
  const ranges = sourceAddresses(statement).flatMap(({ range }) => range ?? []);
  return spares && !hasUnresolvedAddresses(statement) && ranges.length > 0 && ranges.every(({ family }) => family === 4);
}

// src/rules/private-address.ts
var nonPublic = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"].concat(["0.0.0.0/8", "224.0.0.0/3", "fc00::/7", "fe80::/10", "::1/128", "ff00::/8"]).flatMap((text2) => parseAddressRange(text2) ?? []);
var privateAddress2 = {
  id: "private-address",
  title: "a private range under aws:SourceIp never matches",
  check(subject) {
    const addresses = sourceAddresses(subject.statement).filter(isPrivate);
    if (addresses.length === 0) return [];
    const verb = addresses.length > 1 ? "are" : "is";
    const detail = `${enumerate(addresses)} ${verb} not public and never matched by aws:SourceIp: for calls from a VPC use aws:VpcSourceIp`;
    return [
      {
        ruleId: privateAddress2.id,
        level: "warning",
        subject,
        paths: [],
        detail,
        existing: wereThere(subject, isPrivate)
      }
    ];
  }
};
function isPrivate({ range }) {
  return range !== void 0 && nonPublic.some((block) => takesIn(block, range));
}
function takesIn(block, range) {
  return range.prefix >= block.prefix && contains(block, range);
}

// src/rules/service-call-denied.ts
var serviceCallDenied = {
  id: "service-call-denied",
  title: "a Deny on aws:SourceIp also denies calls that AWS services make",
  check(subject, context) {
    const paths2 = brokenPaths2(subject, context);
    if (paths2.length === 0) return [];
    return [{ ruleId: serviceCallDenied.id, level: gravest(paths2), subject, paths: paths2 }];
  }
};

// src/rules/undocumented.ts
var undocumentedConditions = {
  id: "undocumented-conditions",
  ask: ({ conditions }) => conditions.filter(isNegatedForAllValues).map(({ operator }) => ({
    range: operator.range,
    message: "AWS’s documents disagree on what this operator does where the key is absent, so the statement cannot be decided",
    help: "use `ForAllValues` with the positive operator, or add a `Null` condition for the key"
  }))
};
function isNegatedForAllValues({ operator }) {
  return operator.value.quantifier === "ForAllValues" && operator.value.base.includes("Not");
}

// src/rules/vpc-endpoint-denied.ts
var vpcEndpointDenied = {
  id: "vpc-endpoint-denied",
  title: "calls through a VPC endpoint carry no aws:SourceIp and are denied",
  check(subject, { catalogue: catalogue2 }) {
    const { statement, policy } = subject;
    const actions = sampleActions2(statement, catalogue2);
    if (!deniesEndpoints(statement, policy.version, actions)) return [];
    const version2 = subject.beforePolicy?.version ?? policy.version;
    const existing = subject.before.some((earlier) => deniesEndpoints(earlier, version2, actions));
    return [
      {
        ruleId: vpcEndpointDenied.id,
        level: levelOf2(subject),
        subject,
        paths: [],
        detail: detailOf(subject),
        existing
      }
    ];
  }
};
function deniesEndpoints(statement, version2, actions) {
  const admitsSome = entryPasses(statement, version2, actions, "vpc-endpoint");
  return !admitsSome && findDeniedCall({ statement, version: version2 }, callThroughEndpoint(actions), () => false).kind === "denied";
}
function levelOf2({ policy, statement }) {
  if (policy.type === "vpce") return "error";
  return namesVpc(statement) ? "warning" : "notice";
}
function detailOf({ policy, statement }) {
  if (policy.type === "vpce")
    return "no call through a VPC endpoint carries aws:SourceIp, so this endpoint policy denies everybody";
  return namesVpc(statement) ? "the statement names VPC keys, yet every call through a VPC endpoint is denied" : "calls through a VPC endpoint carry no aws:SourceIp and are denied";
}
function namesVpc(statement) {
  return vpcKeys.some((key) => conditionsOn(statement, key).length > 0);
}
var leftAlone = /^(execute-api:|rds-db:|signin:|sts:assumerolewithwebidentity$)/i;
function sampleActions2({ actions }, catalogue2) {
  const own = actions.negated ? [] : actions.patterns.flatMap((value) => value.kind === "literal" ? [value.text.replaceAll("*", "Example")] : []);
  const known = catalogue2.flatMap(({ entryActions, hops }) => [...entryActions, ...hops.flatMap((hop) => hop.actions)]);
  return [.../* @__PURE__ */ new Set([...known, ...own])].filter((action) => !leftAlone.test(action));
}

// src/registry.ts
var registry = {
  formats: [iamJson],
  rules: [
    serviceCallDenied,
    exemptionRemoved,
    exemptionWithoutEffect,
    privateAddress2,
    vpcEndpointDenied,
    invalidAddress,
    deniesEveryone,
    ipv6Missing
  ],
  questions: [undocumentedConditions],
  strategies: [viaAwsService, kmsViaService],
  catalogue,
  catalogueDate,
  rcpServices: new Set(rcpServices),
  controls
};

// src/cli/workspace.ts
var configPath = ".github/sourceip-guard.yml";
var inspectionOptions = {
  config: { value: "FILE", help: `configuration (default: ${configPath} of the repository, if it is there)` },
  "fail-on": { value: "LEVEL", help: "error (default), warning, notice or never: what gives exit status 1" },
  output: { value: "FILE", help: "write there instead of to standard output" },
  quiet: { help: "one line a finding, no notes" }
};
function openWorkspace(synopsis, call, { folder }) {
  const repository = repositoryRoot(folder);
  const root2 = repository ?? folder;
  const failOn = choiceOf(call, synopsis, "fail-on", failOnLevels);
  const path = call.flags.get("config") ?? configPath;
  const text2 = readFlag(call, synopsis, "config", folder) ?? readIfThere(join2(root2, configPath));
  const config = readConfig(text2 === void 0 ? void 0 : { path, text: text2 }, { failOn });
  return { folder, root: root2, isRepository: repository !== void 0, config, registry: narrowed(registry, config) };
}
function readIfThere(location2) {
  return existsSync2(location2) ? readFileSync3(location2, "utf8") : void 0;
}
function selectionOf({ config }) {
  return { wants: fileFilter(config), holds: speaksOfSourceIp };
}
function treeSubject(workspace, { operands, switches }, shell) {
  const found = findFiles(
    operands.length === 0 ? [workspace.root] : operands,
    workspace,
    selectionOf(workspace)
  );
  if (!switches.has("quiet")) tellNotes(found.notes, shell);
  return {
    files: found.files.map(({ file }) => ({ base: void 0, head: file })),
    onDisk: found.files,
    scope: "tree"
  };
}
function changeSubject(workspace, { flags, switches }, shell) {
  if (!workspace.isRepository)
    throw new ChangesError("this is no git repository\n  help: name files with `sourceip-guard check FILE`");
  const comparison = { root: workspace.root, base: flags.get("base"), head: flags.get("head") };
  const { files, onDisk, notes } = localChange(comparison, selectionOf(workspace));
  if (!switches.has("quiet")) tellNotes(notes, shell);
  return { files, onDisk, scope: "change" };
}
function tellNotes(notes, shell) {
  for (const note of notes) tell(shell, "note", note);
}
function inspectSubject({ config, registry: registry2 }, { files, scope }) {
  return inspect(files, registry2, engineSettings(config, { today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10), scope }));
}

// src/cli/fix.ts
var fixSynopsis = {
  name: "fix",
  operands: "[FILE ...]",
  summary: "write verified remedies into files",
  does: "Writes the first verified remedy of each finding that opens no way round into the files. Exit status 0: nothing at or\nabove --fail-on is left (with --dry-run: would be left).",
  options: {
    remedy: { value: "ID", help: "write this remedy instead, also one that opens a way round (with a warning)" },
    base: { value: "REF", help: "fix what `diff --base REF` finds (default: what `check` finds)" },
    "dry-run": { help: "print the unified diff and write nothing" },
    ...inspectionOptions
  },
  maxOperands: Number.POSITIVE_INFINITY
};
function fix(call, shell) {
  const workspace = openWorkspace(fixSynopsis, call, shell);
  const named = call.flags.get("remedy");
  checkRemedy(named, workspace);
  const before = call.flags.has("base") ? narrowedTo(call.operands, workspace, changeSubject(workspace, call, shell)) : treeSubject(workspace, call, shell);
  const { subject, report, applied } = fixAll(before, workspace, named);
  const output = openOutput(shell, call.flags.get("output"));
  const written4 = call.switches.has("dry-run") ? printDiffs(before, subject, output) : writeFiles(before, subject, shell);
  for (const { path, line, remedy } of applied) {
    for (const way of remedy.opens)
      tell(shell, "warning", `${path}:${line}: with \`${remedy.id}\` an outsider could newly reach ${way}`);
    if (!call.switches.has("dry-run") && !call.switches.has("quiet"))
      output.write(`${visible(path)}:${line}: ${remedy.title} (\`${remedy.id}\`)
`);
  }
  if (!call.switches.has("quiet") && !call.switches.has("dry-run")) output.write(`${countsText(report)}
`);
  output.close();
  return written4 && report.conclusion === "success" ? 0 : 1;
}
function checkRemedy(named, { registry: registry2 }) {
  const ids = registry2.strategies.map(({ id }) => id);
  if (named === void 0 || ids.includes(named)) return;
  throw usage(fixSynopsis, `there is no remedy \`${named}\`: there are ${ids.join(", ")}`, closest(named, ids));
}
function narrowedTo(names, { folder, root: root2 }, subject) {
  if (names.length === 0) return subject;
  const wanted = names.map((name) => {
    const location2 = resolve5(folder, name);
    if (statSync2(location2, { throwIfNoEntry: false }) === void 0)
      throw new ChangesError(`there is no file or folder \`${name}\`
  help: names are looked up from ${folder}`);
    return relative2(root2, location2).replaceAll("\\", "/");
  });
  const isNamed = (path) => wanted.some((name) => name === "" || path === name || path.startsWith(`${name}/`));
  return { ...subject, onDisk: subject.onDisk.filter(({ file }) => isNamed(file.path)) };
}
function fixAll(start, workspace, named) {
  let subject = start;
  let report = inspectSubject(workspace, subject);
  const applied = [];
  const bound = report.findings.length * workspace.registry.strategies.length;
  for (let round = 0; round < bound; round++) {
    const next = firstOfEachFile(report, subject, named);
    if (next.size === 0) break;
    applied.push(...next.values());
    subject = patched(subject, next);
    report = inspectSubject(workspace, subject);
  }
  return { subject, report, applied };
}
function firstOfEachFile({ findings }, { onDisk, scope }, named) {
  const paths2 = new Set(onDisk.map(({ file }) => file.path));
  const chosen = /* @__PURE__ */ new Map();
  for (const found of findings) {
    const { policy, statement, change } = found.finding.subject;
    const { path, text: text2 } = policy.file;
    const isOld = scope === "change" && change === "existing";
    const remedy = remedyOf(found, named);
    if (remedy === void 0 || isOld || found.suppressed !== void 0 || chosen.has(path) || !paths2.has(path))
      continue;
    chosen.set(path, { path, line: lineAt(lineStartsOf(text2), statement.range.start), remedy });
  }
  return chosen;
}
function remedyOf({ remedies }, named) {
  return remedies.find(({ id, opens }) => named === void 0 ? opens.length === 0 : id === named);
}
function patched(subject, next) {
  const files = subject.files.map(({ base, head }) => {
    const applied = head && next.get(head.path);
    return { base, head: head && applied ? { ...head, text: applied.remedy.patchedText } : head };
  });
  return { ...subject, files };
}
function changesOf(before, after) {
  const texts = new Map(
    after.files.flatMap(({ head }) => head === void 0 ? [] : [[head.path, head.text]])
  );
  return before.onDisk.flatMap(({ file, location: location2 }) => {
    const text2 = texts.get(file.path) ?? file.text;
    return text2 === file.text ? [] : [{ path: file.path, location: location2, before: file.text, after: text2 }];
  });
}
function printDiffs(before, after, { write: write2, colour, isTerminal }) {
  for (const change of changesOf(before, after)) {
    const diff2 = unifiedDiff(change.path, change.before, change.after);
    write2(isTerminal ? `${paintedDiff(diff2, painter(colour)).join("\n")}
` : diff2);
  }
  return true;
}
function writeFiles(before, after, shell) {
  const refused = changesOf(before, after).filter(
    (change) => !rewriteFile(change.location, change.before, change.after)
  );
  for (const { path } of refused)
    tell(shell, "warning", `${path} is not UTF-8 or was changed meanwhile: it was not written`);
  return refused.length === 0;
}

// src/report/safe-text.ts
function codeSpan(value) {
  const shown2 = visible(value.replaceAll(/\r\n|\r|\n/g, "␤"));
  if (shown2.trim() === "") return "`(empty)`";
  const fence = "`".repeat(longestRun(shown2) + 1);
  const pad = /^[` ]|[` ]$/.test(shown2) ? " " : "";
  return `${fence}${pad}${shown2}${pad}${fence}`;
}
function codeBlock(text2, language) {
  return fenced(text2.replace(/\n$/, "").split("\n").map(visibleButTabs).join("\n"), language);
}
function fenced(text2, language) {
  const fence = "`".repeat(Math.max(3, longestRun(text2) + 1));
  return `${fence}${language}
${text2}
${fence}`;
}
function visibleButTabs(line) {
  return line.split("	").map(visible).join("	");
}
function longestRun(text2) {
  return Math.max(0, ...[...text2.matchAll(/`+/g)].map(([run3]) => run3.length));
}
function prose(sentence) {
  return sentence.split(/(`[^`]*`)/).map((part, index) => index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escaped(part)).join("");
}
function escaped(text2) {
  return visible(text2.replaceAll(/\r\n|\r|\n/g, "␤")).replaceAll(/[\\`[\]()*_~!|#@]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[@#]/g, "$&​").replaceAll(/:\/\/|www\./gi, (start) => `${start.slice(0, -1)}​${start.slice(-1)}`);
}
function link2(title, url) {
  return url.startsWith("https://") ? `[${prose(title)}](${encodedAddress(url)})` : prose(title);
}
function encodedAddress(url) {
  return encodeURI(url).replaceAll("%25", "%").replaceAll("(", "%28").replaceAll(")", "%29");
}
var loneSurrogate = new RegExp("\\p{Cs}", "gu");
function encodedPath(path) {
  return path.split("/").map((name) => encodeURIComponent(name.replaceAll(loneSurrogate, "�"))).join("/");
}

// src/report/finding-markdown.ts
var markdown = {
  text: (sentence) => prose(shortened(sentence, 1e3)),
  source: ({ title, url }) => link2(title, url)
};
function headline({ message }) {
  return `**${prose(shortened(capital(message), 600))}**`;
}
function why(finding) {
  const [lead] = finding.servicePaths;
  if (lead === void 0) return "";
  const mended = lead.verdict === "contested" && bestRemedy(finding)?.clears.includes(lead.id) === true;
  return whyText(lead, markdown) + (mended ? ` ${prose(rightUnderAll)}` : "");
}
function pathList({ servicePaths }, most) {
  const shown2 = servicePaths.slice(0, most).map((path) => pathLine(path, servicePaths[0]?.verdict));
  const more = servicePaths.length - shown2.length;
  return more === 0 ? shown2 : [...shown2, `- ${morePathsText(more)}`];
}
function pathLine({ title, action, via: via38, verdict }, lead) {
  const own = verdict === lead ? "" : `, ${verdictText(verdict)}`;
  return `- ${prose(title)}: ${codeSpan(action)} through ${codeSpan(via38)}${own}`;
}
function proof(remedy) {
  return `Proven: ${prose(provenText(remedy))}.`;
}
function bestRemedy({ remedies }) {
  return remedies.find(({ opens }) => opens.length === 0);
}
function background(finding) {
  const { rule, policyType, policyTypeBasis, remedies } = finding;
  const best = bestRemedy(finding);
  const others = remedies.filter((remedy) => remedy !== best);
  const shown2 = finding.servicePaths.find(({ request }) => request !== null);
  return [
    `Rule ${codeSpan(rule)}; read as a policy of type ${codeSpan(policyType)}: ${prose(policyTypeBasis)}.`,
    ...best === void 0 ? [] : [`The change: ${reach(best)}`],
    ...others.map((remedy) => `Another: ${remedyText(remedy)}`),
    ...shown2 === void 0 ? [] : [
      `A request that the statement denies, evaluated again:

${codeBlock(JSON.stringify(shown2.request, null, 2), "json")}`,
      ...shown2.command === null ? [] : [`The same before AWS’s own simulator:

${codeBlock(shown2.command, "sh")}`]
    ],
    ...sources(finding),
    `To live with it, add a suppression of ${codeSpan(rule)} with \`file\`, \`reason\` and \`expires\` to the configuration on the base branch.`
  ];
}
var shownIds = 10;
function remedyText(remedy) {
  const { opens, patch } = remedy;
  if (opens.length === 0) return `${reach(remedy)}

${codeBlock(patch, "diff")}`;
  return [`${reach(remedy)} An outsider could newly reach:`, "", ...opens.map((way) => `- ${prose(way)}`)].join("\n");
}
function reach(remedy) {
  const { id, title, leaves } = remedy;
  const left = leaves.slice(0, shownIds).map(codeSpan).join(", ");
  const more = leaves.length > shownIds ? ` and ${leaves.length - shownIds} more` : "";
  return `${prose(title)} (${codeSpan(id)}): ${reachText(remedy)}${left === "" ? "" : `: ${left}${more}`}.`;
}
var shownSources = 10;
function sources({ servicePaths }) {
  const cited = servicePaths.slice(0, 5).flatMap((path) => [...path.sources, ...path.readings.map(({ source }) => source)]);
  const links = [...new Set(cited.map(({ title, url }) => `- ${link2(title, url)}`))].slice(0, shownSources);
  return links.length === 0 ? [] : [["Sources:", "", ...links].join("\n")];
}
function shortened(text2, most) {
  return text2.length <= most ? text2 : `${text2.slice(0, most - 1)}…`;
}
function capital(sentence) {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

// src/report/markdown-report.ts
var largest = 1e6;
function markdownReport(report, { counts, notes = [], filesUrl }) {
  const { findings, problems, conclusion } = report;
  const minor = findings.filter(isMinor2);
  const parts = [
    ...problems.map((problem) => problemPart(problem, filesUrl)),
    ...findings.filter((finding) => !isMinor2(finding)).toSorted(byLevel).map((finding) => findingPart(finding, filesUrl)),
    ...minor.length === 0 ? [] : ["### Notices and what is suppressed"],
    ...minor.map((finding) => minorPart(finding, filesUrl))
  ];
  const head = [
    `## SourceIp Guard: ${conclusion === "success" ? "passed" : "failed"}`,
    `${prose(capital(counts))}.`,
    ...notes.map((note) => `- ${prose(note)}`)
  ];
  const { kept, left } = fitted(parts, largest - Buffer.byteLength(head.join("\n\n")) - 200);
  const rest = left === 0 ? [] : [`${left} more: see the JSON report of this run.`];
  return `${[...head, ...kept, ...rest].join("\n\n")}
`;
}
function fitted(parts, bytes) {
  let room = bytes;
  const end = parts.findIndex((part) => {
    room -= Buffer.byteLength(part) + 2;
    return room < 0;
  });
  return end < 0 ? { kept: parts, left: 0 } : { kept: parts.slice(0, end), left: parts.length - end };
}
function isMinor2({ level, suppressed }) {
  return level === "notice" || suppressed !== null;
}
var gravity3 = ["error", "warning", "notice"];
function byLevel(a, b) {
  return gravity3.indexOf(a.level) - gravity3.indexOf(b.level);
}
var shownPaths2 = 20;
function findingPart(finding, filesUrl) {
  const remedy = bestRemedy(finding);
  const blocks = [
    `### ${capital(finding.level)}: ${placeOf2(finding, filesUrl)}`,
    headline(finding),
    why(finding),
    pathList(finding, shownPaths2).join("\n"),
    ...remedy === void 0 ? [] : [codeBlock(remedy.patch, "diff"), proof(remedy)],
    `<details>
<summary>Other remedies, the request, sources</summary>

${background(finding).join("\n\n")}

</details>`
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}
function minorPart(finding, filesUrl) {
  const { message, rule, suppressed } = finding;
  const note = suppressed === null ? "" : `, suppressed until ${codeSpan(suppressed.expires)}: ${codeSpan(suppressed.reason)}`;
  return `- ${placeOf2(finding, filesUrl)}: ${prose(message)} (${codeSpan(rule)}${note})`;
}
function problemPart(problem, filesUrl) {
  const level = problem.blocking ? "Error" : "Warning";
  return [
    `### ${level}: ${placeOf2(problem, filesUrl)}`,
    `**${prose(capital(problem.message))}**`,
    `help: ${prose(problem.help)}`
  ].join("\n\n");
}
function placeOf2({ file, startLine, endLine }, filesUrl) {
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
  if (filesUrl === void 0) return `${codeSpan(file)}, ${lines}`;
  return `${codeSpan(file)}, ${link2(lines, `${filesUrl}/${encodedPath(file)}#L${startLine}-L${endLine}`)}`;
}

// src/report/sarif.ts
var levels3 = { error: "error", warning: "warning", notice: "note" };
var unreadable = "unreadable-policy";
function sarifReport(report, rules) {
  const described = [...rules, { id: unreadable, title: "a file that may hold such a Deny cannot be read" }];
  const ids = described.map(({ id }) => id);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "SourceIp Guard",
            semanticVersion: report.tool.version,
            rules: described.map(({ id, title }) => ({ id, shortDescription: { text: title } }))
          }
        },
        columnKind: "utf16CodeUnits",
        results: [
          ...report.problems.map((problem) => problemResult(problem, ids)),
          ...report.findings.map((finding) => findingResult(finding, ids))
        ]
      }
    ]
  };
}
function findingResult(finding, ids) {
  const { rule, level, message, fingerprint, suppressed } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels3[level],
    message: { text: plainMessage(message) },
    locations: [location(finding)],
    partialFingerprints: { "sourceipGuard/v1": fingerprint },
    ...suppressed === null ? {} : {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: `${suppressed.reason} (until ${suppressed.expires})`
        }
      ]
    }
  };
}
function problemResult(problem, ids) {
  return {
    ruleId: unreadable,
    ruleIndex: ids.indexOf(unreadable),
    level: problem.blocking ? "error" : "warning",
    message: { text: plainMessage(`${problem.message}; ${problem.help}`) },
    locations: [location(problem)]
  };
}
function location({ file, startLine, endLine }) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodedPath(file), uriBaseId: "%SRCROOT%" },
      region: { startLine, endLine }
    }
  };
}
function plainMessage(text2) {
  return text2.replaceAll(/[\\[\]]/g, "\\$&");
}

// src/cli/inspections.ts
var formats = {
  text: (report, { switches }, { colour }) => terminalReport(report, { colour, quiet: switches.has("quiet") }),
  json: (report) => asJson(jsonReport(report, version)),
  sarif: (report) => asJson(sarifReport(jsonReport(report, version), registry.rules)),
  markdown: (report) => markdownReport(jsonReport(report, version), { counts: countsText(report) })
};
function asJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}
var formatOption = { value: "FORMAT", help: `${Object.keys(formats).join(", ")} (default: text)` };
var checkSynopsis = {
  name: "check",
  operands: "[FILE|DIR ...]",
  summary: "check every Deny on aws:SourceIp in files, or in the working tree",
  does: "Checks every Deny on aws:SourceIp in the given files, or in the whole working tree. Of a folder, the files are\ntaken that git tracks or would track and that the configuration names; a file that is named is always read.",
  options: { format: formatOption, ...inspectionOptions },
  maxOperands: Number.POSITIVE_INFINITY
};
var diffSynopsis = {
  name: "diff",
  operands: "",
  summary: "check what changed in the local repository since the merge base",
  does: "Checks what changed since the merge base of two commits of the local repository; what was so before is a notice.\nNothing is fetched.",
  options: {
    base: { value: "REF", help: "what to compare with (default: the default branch of the remote `origin`)" },
    head: { value: "REF", help: "the commit to check (default: the working tree, untracked files included)" },
    format: formatOption,
    ...inspectionOptions
  },
  maxOperands: 0
};
function check2(call, shell) {
  return answer(checkSynopsis, call, shell, (workspace) => treeSubject(workspace, call, shell));
}
function diff(call, shell) {
  return answer(diffSynopsis, call, shell, (workspace) => changeSubject(workspace, call, shell));
}
function answer(synopsis, call, shell, subjectIn) {
  const format2 = choiceOf(call, synopsis, "format", Object.keys(formats)) ?? "text";
  const workspace = openWorkspace(synopsis, call, shell);
  const report = inspectSubject(workspace, subjectIn(workspace));
  const output = openOutput(shell, call.flags.get("output"));
  output.write(formats[format2]?.(report, call, output) ?? "");
  output.close();
  return report.conclusion === "success" ? 0 : 1;
}

// src/cli/paths.ts
var pathsSynopsis = {
  name: "paths",
  operands: "[ID]",
  summary: "list the known service-call paths, or tell one with its sources",
  does: "Lists the known service-call paths, or tells one with its sources.",
  options: {
    service: { value: "NAME", help: "those whose calls this service makes: `cloudformation`, `athena.amazonaws.com`" },
    action: { value: "ACTION", help: "those that reach this action: `kms:Decrypt`, `s3:*`" },
    format: { value: "FORMAT", help: "text, json (default: text)" },
    output: { value: "FILE", help: "write there instead of to standard output" }
  },
  maxOperands: 1
};
function paths(call, shell) {
  const format2 = choiceOf(call, pathsSynopsis, "format", ["text", "json"]) ?? "text";
  const [id] = call.operands;
  const chosen = select2(call, id);
  const { write: write2, close } = openOutput(shell, call.flags.get("output"));
  if (format2 === "json") write2(`${JSON.stringify(chosen.map(jsonPath2), null, 2)}
`);
  else write2(id === void 0 ? listText(chosen) : chosen.map(entryText).join(""));
  close();
  return 0;
}
function select2({ flags }, id) {
  const { catalogue: catalogue2 } = registry;
  if (id !== void 0 && !catalogue2.some((path) => path.id === id)) throw unknownId(id, catalogue2);
  const service = flags.get("service");
  const action = flags.get("action");
  return catalogue2.filter(
    (path) => (id === void 0 || path.id === id) && (service === void 0 || isCalledBy(path, service)) && (action === void 0 || actionsOf(path).some((reached) => overlaps2(reached, action)))
  );
}
function unknownId(id, catalogue2) {
  const ids = catalogue2.map((path) => path.id);
  const similar = ids.filter((known) => known.includes(id)).toSorted((a, b) => Number(b.startsWith(id)) - Number(a.startsWith(id))).slice(0, 5);
  const hint = similar.length === 0 ? "" : `; similar: ${similar.join(", ")}`;
  return usage(pathsSynopsis, `there is no path \`${id}\`${hint}`, closest(id, ids));
}
function actionsOf({ hops }) {
  return [...new Set(hops.flatMap(({ actions }) => actions))];
}
function overlaps2(a, b) {
  return covers2(a, b) || covers2(b, a);
}
function covers2(pattern, name) {
  const source = pattern.replaceAll(/[^\w:*?]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`, "i").test(name);
}
function jsonPath2(path) {
  const { id, title, mechanism, via: via38, entryActions, basis, sources: sources2 } = path;
  const links = sources2.map(({ title: title2, url }) => ({ title: title2, url }));
  return { id, title, mechanism, via: via38, entryActions, actions: actionsOf(path), basis, sources: links };
}
var mechanismOrder = [
  "forward-access-session",
  "service-role",
  "service-principal",
  "service-linked-role",
  "cloudshell",
  "console"
];
function listText(paths2) {
  const groups = mechanismOrder.flatMap((mechanism) => {
    const members = paths2.filter((path) => path.mechanism === mechanism);
    if (members.length === 0) return [];
    const rows = members.toSorted((a, b) => a.id < b.id ? -1 : 1).map(({ id, title }) => [id, title]);
    return [`a service calls ${mechanismText(mechanism)}: ${members.length}
${table(rows)}
`];
  });
  return `${groups.join("")}${counted(paths2.length, "path")}; \`sourceip-guard paths ID\` tells one with its sources
`;
}
function entryText(path) {
  const { id, title, mechanism, via: via38, entryActions, hops, readings, basis, note, sources: sources2 } = path;
  const steps2 = hops.flatMap(({ actions, resource, keys }, index) => [
    `  ${index + 1}. ${actions.join(", ")}${resource === void 0 ? "" : ` on ${resource}`}`,
    ...keyLines(Object.entries(keys))
  ]);
  const lines = [
    `${id}: ${title}`,
    "",
    ...entryActions.length === 0 ? [] : [`the user calls ${entryActions.join(", ")}`],
    `${via38} then calls ${mechanismText(mechanism)}:`,
    ...steps2,
    "",
    "what the target may see, by AWS’s documents (keys that are not named are absent):",
    ...readings.flatMap(readingLines),
    "",
    `basis: ${basis}`,
    ...note === void 0 ? [] : [`note: ${note}`],
    "sources:",
    ...sources2.flatMap(citationLines)
  ];
  return lines.map((line) => `${visible(line)}
`).join("");
}
function readingLines({ claim, network, source, keys }) {
  const caller = network === "public" ? "caller on the public network" : "caller behind a VPC endpoint";
  const there = Object.entries(keys).filter(([, { kind }]) => kind !== "absent");
  return [`  - ${claim} (${caller})`, ...keyLines(there), ...citationLines(source)];
}
function citationLines({ title, url, retrieved }) {
  return [`    ${title} (${retrieved})`, `    ${url}`];
}
function keyLines(keys) {
  const unknown2 = keys.filter(([, { kind }]) => kind === "unknown").map(([key]) => key);
  const known = keys.filter(([, { kind }]) => kind !== "unknown").map(([key, state]) => `     ${key} ${stateText(state)}`);
  return unknown2.length === 0 ? known : [...known, `     not documented: ${unknown2.join(", ")}`];
}
function stateText(state) {
  switch (state.kind) {
    case "present":
      return `= ${state.values.join(", ")}`;
    case "absent":
      return "is absent";
    case "unlisted":
      return "is an address in no list of the customer’s";
    case "listed":
      return "is the caller’s own address";
    case "like":
      return `is like ${state.pattern}`;
    case "unknown":
      return "is not documented";
    default:
      return state;
  }
}

// src/evaluate/applies.ts
function policyApplies(type, attachment2, request) {
  switch (type) {
    case "identity":
    case "boundary":
    case "session":
      return ternary(hangsOnPrincipal(attachment2, request));
    case "scp":
      return ternary(meetsScp(attachment2, request));
    case "rcp":
      return ternary(meetsRcp(attachment2, request));
    case "vpce":
      return cameThrough(attachment2, request);
    case "resource":
    case "trust":
      return "true";
    default:
      return type;
  }
}
function hangsOnPrincipal({ target }, { principal }) {
  if (principal.kind === "service" || principal.kind === "anonymous") return false;
  if (target === void 0 || principal.name === "") return true;
  return principal.name === target || principal.session === target || sessionOf(principal.name) === roleName(target);
}
function sessionOf(arn) {
  const [, account2, role2] = /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return account2 === void 0 ? void 0 : `${account2}/${role2}`;
}
function roleName(arn) {
  const [, account2, role2] = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  return `${account2}/${role2}`;
}
function meetsScp({ account: account2, managementAccount }, { principal }) {
  if (managementAccount || principal.kind === "service" || principal.kind === "anonymous") return false;
  if (principal.kind === "service-linked-role") return false;
  return account2 === void 0 || principal.account === void 0 || principal.account === account2;
}
function meetsRcp({ account: account2, managementAccount }, { principal, resource }) {
  if (managementAccount || principal.kind === "service-linked-role") return false;
  const owner = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1];
  return account2 === void 0 || owner === void 0 || owner === account2;
}
function cameThrough({ target }, { keys }) {
  const endpoint = keys.get("aws:sourcevpce") ?? { kind: "absent" };
  if (endpoint.kind === "absent") return "false";
  if (endpoint.kind !== "present" || target === void 0) return endpoint.kind === "present" ? "true" : "unknown";
  return ternary(endpoint.values.includes(target));
}

// src/model/policy.ts
var policyTypes2 = {
  identity: "identity",
  boundary: "boundary",
  "permissions-boundary": "boundary",
  session: "session",
  scp: "scp",
  rcp: "rcp",
  resource: "resource",
  trust: "trust",
  vpce: "vpce",
  "vpc-endpoint": "vpce"
};

// src/simulate.ts
var SimulationError = class extends Error {
};
function simulateLine(line) {
  const { root: root2, problems } = parseJson(line);
  const [problem] = problems;
  if (root2?.kind !== "mapping" || problem !== void 0) {
    const error = problem === void 0 ? "the line must be a JSON object" : `${problem.message} (character ${problem.range.start + 1})`;
    return { output: { id: idOf(root2), error }, failed: true };
  }
  try {
    return { output: { id: idOf(root2), ...simulate(root2) }, failed: false };
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error;
    return { output: { id: idOf(root2), error: error.message }, failed: true };
  }
}
function idOf(root2) {
  const id = root2?.kind === "mapping" ? member(root2, "id") : void 0;
  return id?.kind === "scalar" ? plainScalar(id) : null;
}
function simulate(root2) {
  const statement = member(root2, "statement");
  const policy = member(root2, "policy");
  if (statement === void 0 && policy === void 0) throw new SimulationError("give a `statement` or a `policy`");
  const grammar = readGrammar(root2, statement, policy);
  const request = readRequest(mappingAt2(root2, "request"));
  const type = readType(root2, grammar);
  const applies = policyApplies(type, readAttachment(member(root2, "attachedTo")), request);
  return policy === void 0 ? matchOf(grammar, request, { type, applies }) : decisionOf(grammar, request, applies);
}
function readGrammar(root2, statement, policy) {
  if (policy?.kind === "mapping") return readPolicy(policy);
  if (policy !== void 0) throw new SimulationError("`policy` must be an object");
  if (statement?.kind !== "mapping") throw new SimulationError("`statement` must be an object");
  const key = (value) => ({ value, range: statement.range });
  const grammar = readPolicy({ ...root2, members: [{ key: key("Statement"), value: statement }] });
  return { ...grammar, version: readVersion2(root2) };
}
function readVersion2(root2) {
  const version2 = textAt(root2, "policyVersion") ?? "2012-10-17";
  if (version2 === "2012-10-17" || version2 === "2008-10-17") return version2;
  throw new SimulationError("`policyVersion` must be 2012-10-17 or 2008-10-17");
}
function matchOf({ statements, version: version2 }, request, { type, applies }) {
  const [statement] = statements;
  if (statement === void 0) throw new SimulationError("`statement` must be an object");
  if (applies === "false")
    return { match: "no-match", because: `a policy of type ${type} is not evaluated on this request` };
  const outcome = evaluateStatement(statement, version2, request);
  const match = outcome === "true" && applies === "unknown" ? "unknown" : outcome;
  const words = { true: "match", false: "no-match", unknown: "unknown" };
  return { match: words[match], because: explainStatement(statement, version2, request) };
}
function decisionOf({ statements, version: version2 }, request, applies) {
  const outcomes = statements.map((statement) => {
    const outcome = applies === "false" ? "false" : evaluateStatement(statement, version2, request);
    return outcome === "true" && applies === "unknown" ? "unknown" : outcome;
  });
  const matched = outcomes.flatMap((outcome, index) => outcome === "true" ? [index] : []);
  const has = (effect, wanted) => outcomes.some((outcome, index) => outcome === wanted && statements[index]?.effect === effect);
  if (has("Deny", "true")) return { decision: "explicit-deny", statements: matched };
  if (has("Deny", "unknown")) return { decision: "unknown", statements: matched };
  if (has("Allow", "true")) return { decision: "allow", statements: matched };
  return { decision: has("Allow", "unknown") ? "unknown" : "implicit-deny", statements: matched };
}
function readType(root2, { statements }) {
  const name = textAt(root2, "policyType");
  if (name === void 0) return statements.some(({ principals }) => principals !== void 0) ? "resource" : "identity";
  const type = Object.hasOwn(policyTypes2, name) ? policyTypes2[name] : void 0;
  if (type !== void 0) return type;
  throw new SimulationError(`\`policyType\` must be one of ${Object.keys(policyTypes2).join(", ")}`);
}
function readAttachment(node) {
  const nothing = { target: void 0, account: void 0, managementAccount: false };
  if (node === void 0 || node.kind === "scalar" && node.type === "null") return nothing;
  if (node.kind === "scalar") return { ...nothing, target: node.text };
  if (node.kind === "sequence") throw new SimulationError("`attachedTo` must be a string or an object");
  const management = member(node, "managementAccount");
  return {
    ...nothing,
    account: textAt(node, "account"),
    managementAccount: management?.kind === "scalar" && management.text === "true"
  };
}
function readRequest(node) {
  const action = textAt(node, "action");
  if (action === void 0) throw new SimulationError("`request.action` must be a string");
  const context = member(node, "context");
  if (context !== void 0 && context.kind !== "mapping")
    throw new SimulationError("`request.context` must be an object");
  const keys = (context?.members ?? []).map(({ key, value }) => [key.value.toLowerCase(), keyState(value)]);
  return {
    action,
    resource: textAt(node, "resource") ?? "*",
    principal: readPrincipal(member(node, "principal")),
    keys: new Map(keys)
  };
}
function keyState(node) {
  if (node.kind === "scalar")
    return node.type === "null" ? { kind: "unknown" } : { kind: "present", values: [node.text] };
  if (node.kind === "mapping") throw new SimulationError("a context value must be a string, a list of strings or null");
  return { kind: "present", values: node.items.map((item) => item.kind === "scalar" ? item.text : "") };
}
var principalKinds2 = {
  user: "user",
  role: "role",
  "assumed-role": "role",
  root: "root",
  account: "root",
  federated: "federated",
  service: "service",
  "service-linked-role": "service-linked-role",
  anonymous: "anonymous"
};
function readPrincipal(node) {
  if (node === void 0) return { kind: "user", name: "", account: void 0 };
  if (node.kind === "scalar") return principalNamed(node.text);
  if (node.kind !== "mapping") throw new SimulationError("`request.principal` must be an object or a string");
  const arn = textAt(node, "arn") ?? textAt(node, "service") ?? "";
  const type = textAt(node, "type");
  const named = principalNamed(arn === "" && type === "anonymous" ? "*" : arn);
  const kind = type === void 0 ? named.kind : Object.hasOwn(principalKinds2, type) ? principalKinds2[type] : void 0;
  if (kind === void 0)
    throw new SimulationError(`\`request.principal.type\` must be one of ${Object.keys(principalKinds2).join(", ")}`);
  const linked = member(node, "serviceLinked");
  const session = textAt(node, "sessionArn");
  return {
    kind: linked?.kind === "scalar" && linked.text === "true" ? "service-linked-role" : kind,
    name: named.name,
    account: textAt(node, "account") ?? named.account,
    ...session === void 0 ? {} : { session }
  };
}
function member(mapping, name) {
  return mapping.members.find(({ key }) => key.value === name)?.value;
}
function mappingAt2(mapping, name) {
  const node = member(mapping, name);
  if (node?.kind === "mapping") return node;
  throw new SimulationError(`\`${name}\` must be an object`);
}
function textAt(mapping, name) {
  const node = member(mapping, name);
  if (node === void 0 || node.kind === "scalar" && node.type === "null") return void 0;
  if (node.kind === "scalar") return node.text;
  throw new SimulationError(`\`${name}\` must be a string`);
}
function plainScalar({ type, text: text2 }) {
  if (type === "number") return Number(text2);
  return type === "string" ? text2 : null;
}

// src/cli/simulate.ts
var simulateSynopsis = {
  name: "simulate",
  operands: "",
  summary: "evaluate requests offline, JSON lines in and out",
  does: 'Evaluates requests offline. Without flags: one JSON object a line from standard input, one a line as the answer:\n  {"id", "policyType", "statement" or "policy", "request": {"action", "resource", "principal", "context"}}\nA context key that is not listed is absent; null means that its value is not known.',
  options: {
    policy: { value: "FILE", help: "a policy document; then each line of standard input is a request" },
    request: { value: "FILE", help: "a request for that policy, instead of standard input" },
    output: { value: "FILE", help: "write there instead of to standard output" }
  },
  maxOperands: 0
};
async function simulate2(call, shell) {
  const policy = readFlag(call, simulateSynopsis, "policy", shell.folder);
  const request = readFlag(call, simulateSynopsis, "request", shell.folder);
  if (policy === void 0 && request !== void 0) throw usage(simulateSynopsis, "`--request` needs `--policy`");
  if (request === void 0 && shell.input.isTTY)
    tell(shell, "note", "reading lines from the terminal; end with Ctrl-D");
  const lines = request === void 0 ? linesOf2(shell.input) : [request];
  const { write: write2, close } = openOutput(shell, call.flags.get("output"));
  let failed = false;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const answer2 = simulateLine(policy === void 0 ? line : combined(policy, line));
    write2(`${JSON.stringify(answer2.output)}
`);
    failed ||= answer2.failed;
  }
  close();
  return failed ? 2 : 0;
}
function combined(policy, request) {
  return `{"policy":
${withoutMark(policy)}
,"request":
${withoutMark(request)}
}`;
}
async function* linesOf2(input) {
  let rest = "";
  let isFirst = true;
  for await (const chunk of input) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      yield isFirst ? withoutMark(part) : part;
      isFirst = false;
    }
  }
  yield isFirst ? withoutMark(rest) : rest;
}
function withoutMark(text2) {
  return text2.replace(/^\ufeff/, "");
}

// src/cli/main.ts
var commands = [
  { synopsis: checkSynopsis, run: check2 },
  { synopsis: diffSynopsis, run: diff },
  { synopsis: fixSynopsis, run: fix },
  { synopsis: simulateSynopsis, run: simulate2 },
  { synopsis: pathsSynopsis, run: paths }
];
var help2 = `usage: sourceip-guard COMMAND [OPTIONS]

Finds IAM Deny statements on aws:SourceIp that also deny calls that AWS services make.

${table(commands.map(({ synopsis: { name, operands, summary } }) => [`${name} ${operands}`, summary]))}
  --version  print the version
  --help     show this; \`sourceip-guard COMMAND --help\` tells more

Exit status: 0 nothing at or above --fail-on, 1 at least one such finding, 2 could not check.
`;
async function main(args, shell) {
  try {
    const status = await run2(args, shell);
    return status === 0 || status === 1 ? status : 2;
  } catch (error) {
    tell(shell, "error", explain(error));
    return 2;
  }
}
async function run2([name, ...args], shell) {
  const print = (text2) => {
    shell.output.write(text2);
    return 0;
  };
  if (name === "--help" || name === "-h") return print(help2);
  if (name === "--version") return print(`${version}
`);
  const command = commands.find(({ synopsis }) => synopsis.name === name);
  if (command === void 0) throw unknownCommand(name);
  const call = parseCall(command.synopsis, args);
  return call.switches.has("help") ? print(helpOf(command.synopsis)) : command.run(call, shell);
}
function unknownCommand(name) {
  const names = commands.map(({ synopsis }) => synopsis.name);
  const wrong = name === void 0 ? "name a command" : `unknown command \`${name}\``;
  const near = name === void 0 ? void 0 : closest(name, [...names, "--help", "--version"]);
  const guess = near === void 0 ? `the commands are ${names.join(", ")}` : `did you mean \`${near}\`?`;
  return new UsageError(`${wrong}
  help: ${guess}; see \`sourceip-guard --help\``);
}
function explain(error) {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof ChangesError) return error.message;
  if (error instanceof Error && "syscall" in error) return error.message;
  return `this is a mistake of sourceip-guard's own, please report it
${error instanceof Error ? error.stack : error}`;
}

// src/cli.ts
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit();
  throw error;
});
process.exitCode = 2;
process.exitCode = await main(process.argv.slice(2), {
  folder: process.cwd(),
  env: process.env,
  // Opened only by who reads it.
  get input() {
    return process.stdin.setEncoding("utf8");
  },
  output: process.stdout,
  errors: process.stderr
});
