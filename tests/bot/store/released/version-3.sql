BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'orgwright','create_tables','2026-11-26 09:38:55.958253+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'orgwright','add_delivery','2026-11-26 09:38:55.961815+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'orgwright','add_shares','2026-11-26 09:38:55.962530+00:00');
CREATE TABLE boards (
        chat TEXT NOT NULL, user TEXT NOT NULL, plan TEXT NOT NULL, page INTEGER NOT NULL,
        language TEXT NOT NULL, thread INTEGER, at INTEGER NOT NULL, row INTEGER NOT NULL,
        message INTEGER, PRIMARY KEY (chat, user, plan)) STRICT, WITHOUT ROWID;
CREATE TABLE cards (
        message TEXT PRIMARY KEY, token TEXT NOT NULL REFERENCES shares ON DELETE CASCADE,
        at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "cards" VALUES('card','tOkEn',1764000000);
CREATE TABLE chats (
        source TEXT NOT NULL, chat TEXT NOT NULL, stopped_at INTEGER, menu TEXT,
        PRIMARY KEY (source, chat)) STRICT, WITHOUT ROWID;
CREATE TABLE claims (
        source TEXT NOT NULL, update_id TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (source, update_id)) STRICT, WITHOUT ROWID;
INSERT INTO "claims" VALUES('telegram:123456','1',1764000001);
INSERT INTO "claims" VALUES('telegram:123456','2',1764000002);
INSERT INTO "claims" VALUES('telegram:123456','3',1764000003);
INSERT INTO "claims" VALUES('telegram:123456','4',1764000004);
INSERT INTO "claims" VALUES('telegram:123456','5',1764000005);
INSERT INTO "claims" VALUES('telegram:123456','6',1764000006);
INSERT INTO "claims" VALUES('telegram:123456','7',1764000007);
CREATE TABLE complaints (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
        about TEXT NOT NULL, rule TEXT, text TEXT NOT NULL, language TEXT NOT NULL) STRICT;
INSERT INTO "complaints" VALUES(1,1764000000,'501','501','why:ts-s-12',NULL,'组长太多','zh-Hans');
CREATE TABLE drafts (
        chat TEXT NOT NULL, user TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)),
        at INTEGER NOT NULL, PRIMARY KEY (chat, user)) STRICT, WITHOUT ROWID;
INSERT INTO "drafts" VALUES('501','501','{"version": 1, "language": null, "heard": "zh-Hans", "channel": "ecommerce", "stage": "growth", "stage_assumed": false, "size": 8, "size_low": 8, "now": null, "variants": null, "asked": "variant", "trail": ["channel", "stage", "size"], "plan": "ts-s-12", "role": null, "pending": null, "spans": []}',1764000003);
INSERT INTO "drafts" VALUES('502','502','{"version": 1, "language": null, "heard": "en", "channel": "telesales", "stage": "growth", "stage_assumed": false, "size": 57, "size_low": 57, "now": null, "variants": [], "asked": null, "trail": [], "plan": "@1", "role": null, "pending": null, "spans": []}',1764000006);
INSERT INTO "drafts" VALUES('503','503','{"version": 1, "language": null, "heard": "zh-Hans", "channel": "customer_service", "stage": null, "stage_assumed": false, "size": null, "size_low": null, "now": null, "variants": null, "asked": "stage", "trail": ["channel"], "plan": null, "role": null, "pending": null, "spans": []}',1764000007);
CREATE TABLE errors (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, source TEXT NOT NULL,
        update_id TEXT NOT NULL, what TEXT NOT NULL) STRICT;
CREATE TABLE files (
        key TEXT PRIMARY KEY, ids TEXT NOT NULL CHECK (json_valid(ids)), at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "notes" VALUES('profile:123456','x');
CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, kind TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)), at INTEGER NOT NULL,
        source TEXT NOT NULL, update_id TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
        sent_at INTEGER, failed_at INTEGER, failed TEXT, user TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(address)),
        CHECK ((failed IS NULL) = (failed_at IS NULL))) STRICT;
INSERT INTO "outbox" VALUES(1,'501','screen','{"html": "<b>电销团队 · 12 人 · 初创期</b>\n扁平·负责人直管 · 2 层 · 带队的每人直接管 11 人\n\n<b>架构</b>\n电销组长\n　└ 电销专员 × 11\n\n<b>暂时兼管</b>\n• 电销组长：目标与产能规划、名单/线索获取、名单清洗、禁呼比对与分配、话术与产品知识库、新人培训与在岗训练，还有 6 项\n\n<b>留意</b>\n• 「外呼合规（授权/禁呼/时段）」现在由电销组长自己管自己，最好定期请团队外的人看一看。\n• 「提成核算与激励」现在由电销组长自己管自己，最好定期请团队外的人看一看。", "buttons": [[["架构图", "chart:ts-s-12", false], ["岗位", "part:roles:ts-s-12", false]], [["谁管什么", "part:covers:ts-s-12", false], ["为什么这样排", "part:why:ts-s-12", false]], [["什么时候调整", "part:changes:ts-s-12", false], ["下一个招谁", "part:next:ts-s-12", false]], [["怎么管", "part:run:ts-s-12", false], ["怎么扩", "grow:ts-s-12", false]], [["导出", "files:ts-s-12", false]], [["改：电销", "change:channel:ts-s-12", false], ["改：初创期", "change:stage:ts-s-12", false], ["改：12 人", "change:size:ts-s-12", false]], [["改一下", "change:ts-s-12", true], ["改岗位", "edit:ts-s-12", false], ["分享", "share:ts-s-12", false]]]}',1764000001,'telegram:123456','1',1,1764000009,NULL,NULL,'501','{}');
INSERT INTO "outbox" VALUES(2,'501','screen','{"html": "<b>为什么这样排</b>\n只有一个小组，一个人带得过来；起步期要贴着电话管过程，不需要中间层。\n规则 TS-01：电销，初创期，1–13 人 → 扁平·负责人直管\n\n<b>人数怎么来的</b>\n• 电销组长 1 人：团队负责人\n• 电销专员 11 人：其余的一线人员\n\n<b>这种架构好在哪</b>\n• 有事当场就能定\n• 省钱，不用专门养管理岗\n• 说调头就调头\n<b>代价是什么</b>\n• 什么事都卡在一个人手里\n• 人人都是多面手，没人真正做深\n• 负责人一病一出差，事情就停\n\n<b>依据</b>\n• 初始电销团队人员架构（文章）（行业做法）\n• 明茨伯格：组织结构（书籍教材）\n• huoban.com（软件厂商，页面注明部分由AI生成）：销售团队架构（行业做法）\n• ICMI：员工与主管配比（2012）（调查研究）\n• Commodore Partners：销售主管的“七人法则”（转引HBR）（行业做法）\n• 经验值（没有公开出处）", "buttons": [[["方案", "part:card:ts-s-12", true], ["这里不对", "wrong:why:ts-s-12", false]]]}',1764000002,'telegram:123456','2',1,1764000009,NULL,NULL,'501','{}');
INSERT INTO "outbox" VALUES(3,'501','screen','{"html": "记下了：电商、成长期、8 人。\n还有一点会影响架构：下面有符合的吗？", "buttons": [[["有直播带货", "variant:live_selling", false], ["仓储外包（云仓）", "variant:third_party_logistics", false]], [["独立站", "variant:own_site", false], ["都不是", "variant:none", false]], [["改：电商", "redo:channel", false], ["改：成长期", "redo:stage", false], ["改：8 人", "redo:size", false]], [["上一步", "back", false]]]}',1764000003,'telegram:123456','3',0,NULL,NULL,NULL,'501','{}');
INSERT INTO "outbox" VALUES(4,'502','screen','{"html": "<b>Telesales team of 55 · Growth</b>\nSquads · 3 levels · direct reports per leader: 2–11\n\n<b>Structure</b>\nTelesales Manager\n　└ Telesales Team Leader × 4 (Squad 1 to Squad 4), each with:\n　　└ Telesales Agent × 11\n　└ Telesales Quality Analyst (Quality and training)\n　　└ Telesales Quality Analyst\n　　└ Telesales Trainer\n　└ Sales Operations Specialist (Sales operations)\n　　└ Sales Administrator\n　　└ Lead List Specialist\n\n<b>Doubling up for now</b>\n• Telesales Manager: Seat filling and turnover control\n• Telesales Agent: Existing-customer care and renewal\n• Telesales Team Leader: Floor control and scheduling\n• Telesales Quality Analyst: Telemarketing compliance\n• Sales Operations Specialist: CRM and dialler operation", "buttons": [[["Chart", "chart:ts-g-55", false], ["Roles", "part:roles:ts-g-55", false]], [["Who covers what", "part:covers:ts-g-55", false], ["Why this structure", "part:why:ts-g-55", false]], [["What would change it", "part:changes:ts-g-55", false], ["Whom to hire next", "part:next:ts-g-55", false]], [["How to run it", "part:run:ts-g-55", false], ["Grow", "grow:ts-g-55", false]], [["Export", "files:ts-g-55", false]], [["Edit: Telesales", "change:channel:ts-g-55", false], ["Edit: Growth", "change:stage:ts-g-55", false], ["Edit: 55", "change:size:ts-g-55", false]], [["Change something", "change:ts-g-55", true], ["Edit posts", "edit:ts-g-55", false], ["Share", "share:ts-g-55", false]]]}',1764000004,'telegram:123456','4',0,NULL,NULL,NULL,'502','{}');
INSERT INTO "outbox" VALUES(5,'502','screen','{"html": "Service Quality Analyst added, reporting to Telesales Manager; team 55 → 56\n\n<b>Telesales team of 56 · Growth</b>\nSquads · 3 levels · direct reports per leader: 2–11\nYour changes so far: 1. The rules alone gave a team of 55.\n\n<b>Structure</b>\nTelesales Manager\n　└ Telesales Team Leader × 4 (Squad 1 to Squad 4), each with:\n　　└ Telesales Agent × 11\n　└ Telesales Quality Analyst (Quality and training)\n　　└ Telesales Quality Analyst\n　　└ Telesales Trainer\n　└ Sales Operations Specialist (Sales operations)\n　　└ Sales Administrator\n　　└ Lead List Specialist\n　└ Service Quality Analyst\n\n<b>Doubling up for now</b>\n• Telesales Manager: Seat filling and turnover control\n• Telesales Agent: Existing-customer care and renewal\n• Telesales Team Leader: Floor control and scheduling\n• Telesales Quality Analyst: Telemarketing compliance\n• Sales Operations Specialist: CRM and dialler operation", "buttons": [[["Chart", "chart:@1", false], ["Roles", "part:roles:@1", false]], [["Who covers what", "part:covers:@1", false], ["Why this structure", "part:why:@1", false]], [["What would change it", "part:changes:@1", false], ["Whom to hire next", "part:next:@1", false]], [["How to run it", "part:run:@1", false], ["Grow", "grow:@1", false]], [["Export", "files:@1", false]], [["Edit: Telesales", "change:channel:@1", false], ["Edit: Growth", "change:stage:@1", false], ["Edit: 56", "change:size:@1", false]], [["Undo", "undo:@1", false]], [["Change something", "change:@1", true], ["Edit posts", "edit:@1", false], ["Share", "share:@1", false]]]}',1764000005,'telegram:123456','5',0,NULL,NULL,NULL,'502','{}');
INSERT INTO "outbox" VALUES(6,'502','screen','{"html": "Telesales Trainer: 1 → 2; team 56 → 57\n\n<b>Telesales team of 57 · Growth</b>\nSquads · 3 levels · direct reports per leader: 2–11\nYour changes so far: 2. The rules alone gave a team of 55.\n\n<b>Structure</b>\nTelesales Manager\n　└ Telesales Team Leader × 4 (Squad 1 to Squad 4), each with:\n　　└ Telesales Agent × 11\n　└ Telesales Quality Analyst (Quality and training)\n　　└ Telesales Quality Analyst\n　　└ Telesales Trainer × 2\n　└ Sales Operations Specialist (Sales operations)\n　　└ Sales Administrator\n　　└ Lead List Specialist\n　└ Service Quality Analyst\n\n<b>Doubling up for now</b>\n• Telesales Manager: Seat filling and turnover control\n• Telesales Agent: Existing-customer care and renewal\n• Telesales Team Leader: Floor control and scheduling\n• Telesales Quality Analyst: Telemarketing compliance\n• Sales Operations Specialist: CRM and dialler operation", "buttons": [[["Chart", "chart:@1", false], ["Roles", "part:roles:@1", false]], [["Who covers what", "part:covers:@1", false], ["Why this structure", "part:why:@1", false]], [["What would change it", "part:changes:@1", false], ["Whom to hire next", "part:next:@1", false]], [["How to run it", "part:run:@1", false], ["Grow", "grow:@1", false]], [["Export", "files:@1", false]], [["Edit: Telesales", "change:channel:@1", false], ["Edit: Growth", "change:stage:@1", false], ["Edit: 57", "change:size:@1", false]], [["Undo", "undo:@1", false]], [["Change something", "change:@1", true], ["Edit posts", "edit:@1", false], ["Share", "share:@1", false]]]}',1764000006,'telegram:123456','6',0,NULL,NULL,NULL,'502','{}');
INSERT INTO "outbox" VALUES(7,'503','screen','{"html": "记下了：客服。\n现在到哪个阶段了？\n• 初创期：就一个小团队，一人多岗，大小事基本还是老板天天拍板。\n• 成长期：路子跑通了，月月在招人；一个负责人看不过来，岗位开始分细。\n• 成熟期：好几个组做同样的事，组长上面还有经理，质检、培训、排班都有专人。", "buttons": [[["初创期", "stage:startup", false], ["成长期", "stage:growth", false]], [["成熟期", "stage:mature", false], ["说不准", "stage:unknown", false]], [["改：客服", "redo:channel", false]], [["上一步", "back", false]]]}',1764000007,'telegram:123456','7',0,NULL,NULL,NULL,'503','{}');
CREATE TABLE plans (
        id TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)), at INTEGER NOT NULL,
        PRIMARY KEY (chat, user, id)) STRICT;
INSERT INTO "plans" VALUES('ts-s-12','501','501','{"code": "ts-s-12", "knowledge": "f205774d149998cb", "rule": "TS-01", "posts": {"telesales_team_leader": 1, "telesales_agent": 11}, "lines": {"telesales_team_leader": "TS-L01", "telesales_agent": "TS-F01"}}',1764000001);
INSERT INTO "plans" VALUES('ts-g-55','502','502','{"code": "ts-g-55", "knowledge": "f205774d149998cb", "rule": "TS-06", "posts": {"telesales_team_leader": 4, "telesales_agent": 44, "telesales_manager": 1, "telesales_qa": 2, "sales_ops_specialist": 1, "telesales_trainer": 1, "sales_admin": 1, "list_specialist": 1}, "lines": {"telesales_team_leader": "TS-L01", "telesales_agent": "TS-F01", "telesales_manager": "TS-L03", "telesales_qa": "TS-S01", "sales_ops_specialist": "TS-S02", "telesales_trainer": "TS-S03", "sales_admin": "TS-S04", "list_specialist": "TS-S05"}}',1764000004);
INSERT INTO "plans" VALUES('@1','502','502','{"code": "@1", "knowledge": "f205774d149998cb", "rule": "TS-06", "posts": {"telesales_team_leader": 4, "telesales_agent": 44, "telesales_manager": 1, "telesales_qa": 2, "sales_ops_specialist": 1, "telesales_trainer": 2, "sales_admin": 1, "list_specialist": 1, "cs_qa": 1}, "lines": {"telesales_team_leader": "TS-L01", "telesales_agent": "TS-F01", "telesales_manager": "TS-L03", "telesales_qa": "TS-S01", "sales_ops_specialist": "TS-S02", "telesales_trainer": "TS-S03", "sales_admin": "TS-S04", "list_specialist": "TS-S05"}, "kept": {"version": 1, "base": "ts-g-55", "edits": [1, {"edit": "add", "role": "cs_qa", "under": "p1", "headcount": 1}, {"edit": "resize", "post": "p12", "headcount": 2}], "extra": 2, "steps": [1, 1], "undone": [], "name": "", "versions": []}}',1764000006);
CREATE TABLE rounds (
        id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, user TEXT NOT NULL,
        plan TEXT NOT NULL, options TEXT NOT NULL CHECK (json_valid(options)),
        at INTEGER NOT NULL, message INTEGER, poll TEXT UNIQUE, closed_at INTEGER,
        counts TEXT CHECK (counts IS NULL OR json_valid(counts)), number INTEGER) STRICT;
INSERT INTO "rounds" VALUES(1,'-9','502','@1','[]',1764000000,NULL,'p',NULL,NULL,NULL);
CREATE TABLE seats (
        chat TEXT NOT NULL, owner TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL,
        at INTEGER NOT NULL, PRIMARY KEY (chat, owner, user), UNIQUE (chat, owner, name)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "seats" VALUES('-9','502','503','Bob',1764000000);
CREATE TABLE shares (
        token TEXT PRIMARY KEY, chat TEXT NOT NULL, user TEXT NOT NULL, plan TEXT NOT NULL,
        at INTEGER NOT NULL, expires_at INTEGER, may_edit INTEGER NOT NULL DEFAULT 0,
        UNIQUE (chat, user, plan)) STRICT, WITHOUT ROWID;
INSERT INTO "shares" VALUES('tOkEn','502','502','@1',1764000000,NULL,1);
CREATE TABLE together (
        chat TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (chat, user)) STRICT, WITHOUT ROWID;
INSERT INTO "together" VALUES('-9','502',1764000000);
CREATE TABLE votes (
        poll TEXT NOT NULL, user TEXT NOT NULL, choice INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (poll, user)) STRICT, WITHOUT ROWID;
INSERT INTO "votes" VALUES('p','503',0,1764000000);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX outbox_waiting ON outbox (source, chat, id)
        WHERE sent_at IS NULL AND failed IS NULL;
CREATE INDEX cards_of ON cards (token);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('outbox',7);
INSERT INTO "sqlite_sequence" VALUES('rounds',1);
COMMIT;
