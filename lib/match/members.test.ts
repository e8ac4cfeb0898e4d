import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMembers } from './members';

/** [text, slogan as it stands there, members or null] */
const CASES: readonly (readonly [string, string, readonly string[] | null])[] = [
  ['做到“三个到位”：人员到位、物资到位、责任到位。', '三个到位', ['人员到位', '物资到位', '责任到位']],
  ['开展“三查”（查隐患、查制度、查台账）行动', '三查', ['查隐患', '查制度', '查台账']],
  ['落实“两个清单”，即问题清单和责任清单。', '两个清单', ['问题清单', '责任清单']],
  [
    '推行“四个一”——一个专班、一套方案、一本台账、一抓到底。',
    '四个一',
    ['一个专班', '一套方案', '一本台账', '一抓到底'],
  ],
  ['“两重”是指重大战略和重点能力。', '两重', ['重大战略', '重点能力']],
  ['实行隐患排查、整改问效“两个闭环”', '两个闭环', ['隐患排查', '整改问效']],
  ['用好风险图、资源图、责任图“三张图”', '三张图', ['风险图', '资源图', '责任图']],
  [
    '三提三效：提速度、提精度、提温度、增效率、增效能、增效益。',
    '三提三效',
    ['提速度', '提精度', '提温度', '增效率', '增效能', '增效益'],
  ],
  ['要激活改革、开放、创新“三大动力”', '三大动力', ['改革', '开放', '创新']],
  ['着力培育种业、农机、品牌“三大优势”', '三大优势', ['种业', '农机', '品牌']],
  [
    '着力培育新种业、壮大新农机、做强新品牌“三大举措”',
    '三大举措',
    ['培育新种业', '壮大新农机', '做强新品牌'],
  ],
  [
    '“四个不摘”就是摘帽不摘责任、摘帽不摘政策、摘帽不摘帮扶、摘帽不摘监管。',
    '四个不摘',
    ['摘帽不摘责任', '摘帽不摘政策', '摘帽不摘帮扶', '摘帽不摘监管'],
  ],
  ['“三查”，也就是查隐患、查制度、查台账。', '三查', ['查隐患', '查制度', '查台账']],
  ['推进“三治融合”，即自治、法治、德治相结合。', '三治融合', ['自治', '法治', '德治']],
  [
    '坚持“三个效果”，即政治效果、社会效果、法律效果有机统一。',
    '三个效果',
    ['政治效果', '社会效果', '法律效果'],
  ],
  ['坚持“两个相结合”，即城乡相结合、平战相结合。', '两个相结合', ['城乡相结合', '平战相结合']],
  ['坚持“两个坚持”，即坚持改革、坚持当前和长远相结合。', '两个坚持', ['坚持改革', '坚持当前和长远相结合']],
  ['“两个到位”就是好。', '两个到位', null],
  ['“两个到位”就是说人员要到岗，物资在路上和库里。', '两个到位', null],
  ['“两个到位”就是推动作风回归本真，让干部有时间、有劲头抓好落实。', '两个到位', null],
  ['做到“三个到位”，大家都很努力。', '三个到位', null],
  ['做到“三个到位”：人员到位、物资到位。', '三个到位', null],
  ['深入学习、坚决做到“两个维护”', '两个维护', null],
  ['对东盟、共建“一带一路”', '一带一路', null],
];

describe('findMembers', () => {
  it.each(CASES)('reads %s', (string, slogan, members) => {
    const start = string.indexOf(slogan);
    const match = {
      start,
      end: start + slogan.length,
      slogan,
      kind: 'numeral' as const,
      listed: false,
      quoted: string[start - 1] === '“',
    };
    const [found] = findMembers({ string, units: new Uint16Array(0) }, [match]);
    expect(found?.members ?? null).toEqual(members);
    if (found !== undefined) {
      expect(string.slice(found.start, found.end)).toContain(members?.[1]);
    }
  });

  it('gives spans in bounds for any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '三个到位',
      '：',
      '、',
      '和',
      '，即',
      '（',
      '）',
      '甲到位',
      '。',
      '——',
      '两个清单',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(40), (pieces, at) => {
        const string = pieces.join('');
        const start = Math.min(at, string.length);
        const end = Math.min(start + 4, string.length);
        const match = {
          start,
          end,
          slogan: '三个到位',
          kind: 'numeral' as const,
          listed: false,
          quoted: true,
        };
        for (const found of findMembers({ string, units: new Uint16Array(0) }, [match])) {
          expect(found.start).toBeGreaterThanOrEqual(0);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(string.length);
          expect(found.members).toHaveLength(3);
        }
      }),
    );
  });
});
