import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveringRules, leadingWords, splitSql } from './split-sql';

const parts = (script: string) => splitSql(script).map((statement) => statement.sql);

describe('splitSql', () => {
  for (const { name, pattern, example, counterExample } of coveringRules) {
    it(`${name}: hides the semicolon of its example and only that`, () => {
      pattern.lastIndex = 0;
      expect(pattern.exec(example)?.[0]).toBe(example);
      pattern.lastIndex = 0;
      expect(pattern.test(counterExample)).toBe(false);
    });
  }

  it('splits at the semicolons that end a statement', () => {
    expect(parts('SELECT 1; SELECT 2;\n')).toEqual(['SELECT 1', 'SELECT 2']);
    expect(parts('INSERT INTO a VALUES (\'x;y\'); SELECT "a;b" FROM c')).toEqual([
      "INSERT INTO a VALUES ('x;y')",
      'SELECT "a;b" FROM c',
    ]);
  });

  it('keeps the body of a function whole', () => {
    const body = 'CREATE FUNCTION f() RETURNS int AS $x$ BEGIN RETURN 1; END; $x$ LANGUAGE plpgsql';
    expect(parts(`${body}; SELECT f()`)).toEqual([body, 'SELECT f()']);
  });

  it('reads parameters, names with dollars and escapes as what they are', () => {
    expect(parts('SELECT $1; SELECT $2')).toHaveLength(2);
    expect(parts('SELECT a$b$c; SELECT a$b$c')).toHaveLength(2);
    expect(parts("SELECT E'\\''; SELECT '\\'; SELECT 3")).toHaveLength(3);
  });

  it('drops what is only comment and keeps comments inside', () => {
    expect(parts('-- one; two\n/* three; /* four; */ five; */ ;')).toEqual([]);
    expect(parts('-- head\nSELECT 1; -- tail')).toEqual(['-- head\nSELECT 1']);
  });

  it('does not fail on what is never closed', () => {
    for (const script of ["SELECT 'a; b", 'SELECT $$a; b', '/* a; b', 'SELECT "a; b']) {
      expect(parts(script).length).toBeLessThan(2);
    }
  });

  it('says where each statement starts and loses nothing but separators', () => {
    const pieces = fc.constantFrom('a', ';', "'", '"', '$$', '$x$', '--', '\n', '/*', '*/', ' ', '提');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (drawn) => {
        const script = drawn.join('');
        for (const { sql, start } of splitSql(script))
          expect(script.slice(start, start + sql.length)).toBe(sql);
      }),
    );
  });
});

describe('leadingWords', () => {
  it('skips comments and case', () => {
    expect(leadingWords('-- why\n/* x */ create  unique index\nconcurrently a on b(c)')).toBe(
      'CREATE UNIQUE INDEX CONCURRENTLY',
    );
    expect(leadingWords('commit')).toBe('COMMIT');
  });
});
